import { Temporal } from "temporal-polyfill";
import { fromDay, fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { BIRTH_DATE_TRIES } from "@/domain/guardians/guardianship-state";
import { ok, type Result, refused } from "@/domain/result";
import type { SessionActor } from "@/features/access/actors";
import { atLeastFloor } from "@/features/access/login/failure-floor";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import type { confirmRefusals } from "./refusals";
import { todayOf } from "./today-of";

interface Given {
  /** The guardianship. */
  readonly id: string;
  readonly dateOfBirth: string;
}
type Answer = Result<{ patientId: string }, keyof typeof confirmRefusals>;

/**
 * R10: a guardian gives a child's birth date before anything of the child is shown. A try is counted, in a transaction
 * of its own, before the dates are compared; after five wrong ones staff help. Another's id answers `not_found`.
 */
export function confirmChild(
  services: Services,
  actor: SessionActor,
  { id, dateOfBirth }: Given,
): Promise<Answer> {
  return atLeastFloor(async () => {
    const counted = await countTry(services, actor, id);
    if (!counted.ok) return counted;
    const { patientId, triesLeft } = counted.value;
    if (triesLeft === null) return ok({ patientId });
    return compare(services, actor, id, {
      patientId,
      triesLeft,
      dateOfBirth: fromDay(Temporal.PlainDate.from(dateOfBirth)),
    });
  });
}

interface Counted {
  readonly patientId: string;
  /** After this one; null when it has been confirmed before, in another tab. */
  readonly triesLeft: number | null;
}

interface Found {
  readonly patient_id: string;
  readonly is_stopped: boolean;
  readonly is_theirs: boolean;
}

async function countTry(
  services: Services,
  actor: SessionActor,
  id: string,
): Promise<Result<Counted, "not_found" | "birth_date_stopped">> {
  const { practiceId, personId } = actor;
  const today = todayOf(services, actor).toString();
  return inPractice(services.db, practiceId, async (tx) => {
    const [counted] = await tx.$queryRaw<{ patient_id: string; birth_date_tries: number }[]>`
      update tenant.guardianship set birth_date_tries = birth_date_tries + 1
      where practice_id = ${practiceId}::uuid and id = ${id}::uuid and guardian_person_id = ${personId}::uuid
        and ended_at is null and birth_date_confirmed_at is null and birth_date_tries < ${BIRTH_DATE_TRIES}
        and patient_id = any(tenant.guarded_patients(${practiceId}::uuid, ${personId}::uuid, ${today}::date, false))
      returning patient_id, birth_date_tries`;
    if (counted) {
      const triesLeft = BIRTH_DATE_TRIES - counted.birth_date_tries;
      return ok({ patientId: counted.patient_id, triesLeft });
    }
    const [found] = await tx.$queryRaw<Found[]>`
      select patient_id, birth_date_confirmed_at is null and birth_date_tries >= ${BIRTH_DATE_TRIES} as is_stopped,
        patient_id = any(tenant.guarded_patients(${practiceId}::uuid, ${personId}::uuid, ${today}::date, true)) as is_theirs
      from tenant.guardianship where practice_id = ${practiceId}::uuid and id = ${id}::uuid
        and guardian_person_id = ${personId}::uuid and ended_at is null`;
    if (found?.is_theirs) return ok({ patientId: found.patient_id, triesLeft: null });
    return refused(found?.is_stopped ? "birth_date_stopped" : "not_found");
  });
}

async function compare(
  services: Services,
  actor: SessionActor,
  id: string,
  given: { patientId: string; triesLeft: number; dateOfBirth: Date },
): Promise<Answer> {
  const { practiceId } = actor;
  const { patientId, triesLeft, dateOfBirth } = given;
  return inPractice<Answer>(services.db, practiceId, async (tx) => {
    const isRight = await tx.patient.count({ where: { practiceId, id: patientId, dateOfBirth } });
    const about = { practiceId, objectKind: "guardianship", objectId: id, patientId };
    const by = { ...auditActor(actor), role: "guardian" as const };
    if (isRight === 0) {
      await recordAudit(tx, services, by, {
        ...about,
        action: "guardian.confirm_failed",
        detail: { triesLeft },
      });
      return triesLeft === 0
        ? refused("birth_date_stopped")
        : refused("birth_date_wrong", { triesLeft });
    }
    const { count } = await tx.guardianship.updateMany({
      where: { practiceId, id, birthDateConfirmedAt: null, endedAt: null },
      data: { birthDateConfirmedAt: fromInstant(services.now) },
    });
    if (count > 0) await recordAudit(tx, services, by, { ...about, action: "guardian.confirmed" });
    const isLive = await tx.guardianship.count({ where: { practiceId, id, endedAt: null } });
    return isLive > 0 ? ok({ patientId }) : refused("not_found");
  });
}
