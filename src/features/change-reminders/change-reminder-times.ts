import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ChangeReminderTimes } from "@/domain/reminders/change-rounds";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockSettings } from "@/features/settings/lock-settings";
import type { Services } from "@/server/services";
import type { ChangeTimesRequest } from "./schema";
import { changeTimesOf } from "./times";

/** When the practice reminds of aligner changes (R23), from now on. Refusal: `changed_meanwhile`. */
export function changeReminderTimes(
  services: Services,
  actor: ClinicActor,
  { times, seen }: ChangeTimesRequest,
): Promise<Result<{ changed: boolean }, "changed_meanwhile">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    await lockSettings(tx, services, practiceId);
    const before = await changeTimesOf(tx, practiceId);
    if (said(before) === said(times)) return ok({ changed: false });
    if (said(before) !== said(seen)) return refused("changed_meanwhile");
    const { eveningMinute, dayMinute, lateDays } = times;
    await tx.practiceSettings.update({
      where: { practiceId },
      data: {
        changeEveningMinute: eveningMinute,
        changeDayMinute: dayMinute,
        changeLateDays: lateDays,
        updatedAt: fromInstant(services.now),
      },
      select: { practiceId: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "settings.changed",
      practiceId,
      detail: { what: "change_reminders", times: `${said(before)} → ${said(times)}` },
    });
    return ok({ changed: true });
  });
}

/** In one line of the audit log: "evening 1110, day 510, late 4". */
function said({ eveningMinute, dayMinute, lateDays }: ChangeReminderTimes): string {
  return `evening ${eveningMinute ?? "off"}, day ${dayMinute ?? "off"}, late ${lateDays ?? "off"}`;
}
