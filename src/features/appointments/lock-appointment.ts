import type { Tx } from "@/db/client";
import { toInstant } from "@/db/time";
import type { StandingVisit } from "@/domain/appointments/desk-time";

export interface LockedVisit extends StandingVisit {
  readonly version: number;
  readonly patientId: string;
  readonly visitTypeId: string;
}

interface Row {
  state: StandingVisit["state"];
  starts_at: Date;
  ends_at: Date;
  practitioner_id: string;
  location_id: string;
  chair_id: string | null;
  version: number;
  patient_id: string;
  visit_type_id: string;
}

/**
 * A visit as it is now, and nobody else changes it until the end of the transaction. With a patient only their own;
 * without one any of the practice. Holds are no visits yet.
 */
export async function lockAppointment(
  tx: Tx,
  {
    practiceId,
    patientId = null,
  }: { readonly practiceId: string; readonly patientId?: string | null },
  id: string,
): Promise<LockedVisit | null> {
  const rows = await tx.$queryRaw<Row[]>`
    select state::text, starts_at, ends_at, practitioner_id, location_id, chair_id, version, patient_id, visit_type_id
    from tenant.appointment
    where practice_id = ${practiceId}::uuid and (${patientId}::uuid is null or patient_id = ${patientId}::uuid)
      and id = ${id}::uuid and state not in ('held', 'released')
    for update`;
  const row = rows[0];
  if (!row) return null;
  return {
    state: row.state,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    practitionerId: row.practitioner_id,
    locationId: row.location_id,
    chairId: row.chair_id,
    version: row.version,
    patientId: row.patient_id,
    visitTypeId: row.visit_type_id,
  };
}
