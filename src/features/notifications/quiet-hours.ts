import type { Tx } from "@/db/client";
import type { QuietHours } from "@/domain/reminders/due-at";

/** The practice's quiet hours: from nine in the evening until eight, where it has set none (R35). */
export async function quietHoursOf(tx: Tx, practiceId: string): Promise<QuietHours> {
  const settings = await tx.practiceSettings.findUnique({
    where: { practiceId },
    select: { quietFromMinute: true, quietUntilMinute: true },
  });
  return {
    fromMinute: settings?.quietFromMinute ?? 21 * 60,
    untilMinute: settings?.quietUntilMinute ?? 8 * 60,
  };
}
