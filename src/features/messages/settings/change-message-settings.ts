import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import { seenOf } from "@/features/settings/seen";
import type { Services } from "@/server/services";
import { messageSettings } from "./message-settings";
import type { ChangeMessageSettings, MessageSettings } from "./schema";

const names = ["answerHours", "answerWords", "emergencyWords", "alarmHours"] as const;

/** When the practice answers, what patients read about it, and its alarm (R39, R40). Refusal: `changed_meanwhile`. */
export function changeMessageSettings(
  services: Services,
  actor: ClinicActor,
  { seen, ...wish }: ChangeMessageSettings,
): Promise<Result<{ changed: boolean }, "changed_meanwhile">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await lockSettings(tx, services, practiceId);
    const before = await messageSettings(tx, practiceId);
    const changes = names.filter((name) => before[name] !== wish[name]);
    if (changes.length === 0) return ok({ changed: false });
    if (messageSettingsSeen(before) !== seen) return refused("changed_meanwhile");
    await tx.practiceSettings.update({
      where: { practiceId },
      data: {
        answerHours: wish.answerHours,
        answerWords: wish.answerWords || null,
        emergencyWords: wish.emergencyWords || null,
        unansweredAlarmHours: wish.alarmHours,
        updatedAt: fromInstant(services.now),
      },
      select: { practiceId: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "messages", fields: changes.join(", ") },
    });
    return ok({ changed: true });
  });
}

/** What a page showed of the settings, in short. */
export function messageSettingsSeen(settings: MessageSettings): string {
  return seenOf(names.map((name) => settings[name]));
}
