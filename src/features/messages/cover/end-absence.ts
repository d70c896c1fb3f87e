import { fromDay, toDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import { lockSettings } from "@/features/settings/lock-settings";
import type { Services } from "@/server/services";
import { absentPractitioner } from "./absent-practitioner";
import type { EndAbsenceRefusal } from "./refusals";
import type { EndedView } from "./schema";

/**
 * Ends an absence today, in the practice's zone: back already. One that has not begun before today goes altogether (R40).
 * Refusals: `not_found`, for another's too, and `absence_over`.
 */
export function endAbsence(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<EndedView, EndAbsenceRefusal>> {
  const { practiceId, zone } = actor;
  return inPractice(services.db, practiceId, (tx) =>
    onceOnly(tx, services, actor, "POST /api/absences/{id}/end", { id }, async () => {
      await lockSettings(tx, services, practiceId);
      const found = await tx.absenceCover.findFirst({
        where: { practiceId, id },
        select: { practitionerId: true, fromOn: true, untilOn: true },
      });
      const practitioner = found && (await absentPractitioner(tx, actor, found.practitionerId));
      if (!practitioner) return refused("not_found");
      const today = services.now.toZonedDateTimeISO(zone).toPlainDate();
      const now = fromDay(today);
      if (found.untilOn <= now) return refused("absence_over");
      const isAway = found.fromOn < now;
      const key = { practiceId_id: { practiceId, id } };
      if (isAway) await tx.absenceCover.update({ where: key, data: { untilOn: now } });
      else await tx.absenceCover.delete({ where: key });
      const untilOn = isAway ? today.toString() : null;
      await recordAudit(tx, services, auditActor(actor), {
        action: "absence.ended",
        practiceId,
        objectKind: "absence",
        objectId: id,
        detail: {
          practitioner: practitioner.name,
          fromOn: toDay(found.fromOn).toString(),
          untilOn: toDay(found.untilOn).toString(),
        },
      });
      return ok({ id, untilOn });
    }),
  );
}
