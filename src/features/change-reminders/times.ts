import type { Tx } from "@/db/client";
import type { ChangeReminderTimes } from "@/domain/reminders/change-rounds";

/** When the practice reminds of changes: half past six in the evening, half past eight, and after four days, until it says otherwise. */
export async function changeTimesOf(tx: Tx, practiceId: string): Promise<ChangeReminderTimes> {
  const settings = await tx.practiceSettings.findUnique({
    where: { practiceId },
    select: { changeEveningMinute: true, changeDayMinute: true, changeLateDays: true },
  });
  if (settings === null) return { eveningMinute: 1110, dayMinute: 510, lateDays: 4 };
  const { changeEveningMinute, changeDayMinute, changeLateDays } = settings;
  return {
    eveningMinute: changeEveningMinute,
    dayMinute: changeDayMinute,
    lateDays: changeLateDays,
  };
}
