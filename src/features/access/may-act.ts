import type { PlainTx } from "@/db/plain-transaction";
import type { PatientActor } from "./actors";

/** Whether somebody may change things for the patient they act for: a guardian may have rights to look alone (R10). */
export async function mayAct(tx: PlainTx, actor: PatientActor): Promise<boolean> {
  const { practiceId, patientId, personId } = actor;
  if (patientId === actor.ownPatientId) return true;
  const full = await tx.$queryRaw<unknown[]>`
    select 1 from tenant.guardianship
    where practice_id = ${practiceId}::uuid and patient_id = ${patientId}::uuid
      and guardian_person_id = ${personId}::uuid and rights = 'full' and ended_at is null`;
  return full.length > 0;
}

/** Who acts for the patient in their place; null where it is the patient. */
export function actingGuardian(
  actor: Pick<PatientActor, "patientId" | "ownPatientId" | "personId">,
): string | null {
  return actor.patientId === actor.ownPatientId ? null : actor.personId;
}

/** `mayAct` within a query that gives the practice as `$1`; `guardian` is a parameter with `actingGuardian`. */
export function mayActSql(patient: string, guardian: string): string {
  return `(${guardian}::uuid is null or exists (select from tenant.guardianship g where g.practice_id = $1::uuid
    and g.patient_id = ${patient} and g.guardian_person_id = ${guardian}::uuid and g.ended_at is null
    and g.rights = 'full'))`;
}
