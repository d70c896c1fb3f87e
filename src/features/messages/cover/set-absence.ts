import { Temporal } from "temporal-polyfill";
import { fromDay } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import { lockSettings } from "@/features/settings/lock-settings";
import type { Services } from "@/server/services";
import { checkAbsence } from "./absence-rules";
import { absenceById } from "./absences";
import { absentPractitioner } from "./absent-practitioner";
import type { SetAbsenceRefusal } from "./refusals";
import type { AbsenceView, AbsenceWish } from "./schema";

/**
 * Sets the days of somebody's absence, who looks after their patients' conversations then, and what is answered by itself
 * (R40). Orthodontists set their own, admins anybody's; another's is `not_found`. Absences of a practice are set one
 * after the other, so that two that cover each other cannot both stand.
 */
export function setAbsence(
  services: Services,
  actor: ClinicActor,
  wish: AbsenceWish,
): Promise<Result<AbsenceView, SetAbsenceRefusal>> {
  const { practiceId, zone } = actor;
  const { practitionerId, coveredByPersonId } = wish;
  return inPractice(services.db, practiceId, (tx) =>
    onceOnly(tx, services, actor, "POST /api/absences", wish, async () => {
      const practitioner = await absentPractitioner(tx, actor, practitionerId);
      if (!practitioner) return refused("not_found");
      await lockSettings(tx, services, practiceId);
      const today = services.now.toZonedDateTimeISO(zone).toPlainDate();
      const checked = await checkAbsence(tx, { practiceId, practitioner, today }, wish);
      if (!checked.ok) return checked;
      const id = services.random.uuid();
      await tx.absenceCover.create({
        data: {
          practiceId,
          id,
          practitionerId,
          coveredByPersonId,
          fromOn: fromDay(Temporal.PlainDate.from(wish.fromOn)),
          untilOn: fromDay(Temporal.PlainDate.from(wish.untilOn)),
          replyWords: wish.replyWords || null,
        },
        select: { id: true },
      });
      const absence = await absenceById(tx, practiceId, id);
      await recordAudit(tx, services, auditActor(actor), {
        action: "absence.set",
        practiceId,
        objectKind: "absence",
        objectId: id,
        detail: {
          practitioner: practitioner.name,
          fromOn: wish.fromOn,
          untilOn: wish.untilOn,
          ...(absence.coveredBy && { to: absence.coveredBy.name }),
        },
      });
      return ok(absence);
    }),
  );
}
