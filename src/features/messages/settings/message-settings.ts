import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { MessageSettings } from "./schema";

/** What the practice has set for messages (R39, R40); without a row what the database begins with. */
export async function messageSettings(tx: Tx, practiceId: string): Promise<MessageSettings> {
  const row = await tx.practiceSettings.findUnique({
    where: { practiceId },
    select: {
      answerHours: true,
      answerWords: true,
      emergencyWords: true,
      unansweredAlarmHours: true,
    },
  });
  return {
    answerHours: row?.answerHours ?? 24,
    answerWords: row?.answerWords ?? "",
    emergencyWords: row?.emergencyWords ?? "",
    alarmHours: row ? row.unansweredAlarmHours : 8,
  };
}

/** For the page that edits them. */
export function messageSettingsOf(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<MessageSettings> {
  return inPractice(services.db, practiceId, (tx) => messageSettings(tx, practiceId));
}
