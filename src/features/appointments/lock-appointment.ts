import type { Tx } from "@/db/client";
import { toInstant } from "@/db/time";
import type { StandingAppointment } from "@/domain/appointments/reschedule";
import type { PatientActor } from "@/features/access/actors";

/** The patient's own visit as it is now, and nobody else changes it until the end of the transaction. */
export async function lockAppointment(
  tx: Tx,
  actor: PatientActor,
  id: string,
): Promise<StandingAppointment | null> {
  const rows = await tx.$queryRaw<
    { state: StandingAppointment["state"]; starts_at: Date; practitioner_id: string }[]
  >`
    select state::text, starts_at, practitioner_id from tenant.appointment
    where practice_id = ${actor.practiceId}::uuid and patient_id = ${actor.patientId}::uuid
      and id = ${id}::uuid and state not in ('held', 'released')
    for update`;
  const row = rows[0];
  if (!row) return null;
  return {
    state: row.state,
    startsAt: toInstant(row.starts_at),
    practitionerId: row.practitioner_id,
  };
}
