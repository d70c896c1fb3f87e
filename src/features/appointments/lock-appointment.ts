import type { Tx } from "@/db/client";
import { sqlText } from "@/db/sql";
import { toInstant } from "@/db/time";
import type { StandingVisit } from "@/domain/appointments/desk-time";
import { timesOf } from "./contend";

export interface LockedVisit extends StandingVisit {
  readonly version: number;
  readonly patientId: string;
  readonly visitTypeId: string;
  /** The practice asked the patient to choose another time: no notice binds that move (R36). */
  readonly asked: boolean;
  /** Of the type of visit. */
  readonly needsApproval: boolean;
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
  asked: boolean;
  needs_approval: boolean;
}

/** Of a row `a` of tenant.appointment: the practice cannot keep its time and asked for another one. */
export const askedToMove = `exists (select from tenant.disrupted_visit x where x.practice_id = a.practice_id
  and x.appointment_id = a.id and x.asked_at is not null and x.starts_at = a.starts_at)`;

/**
 * A visit as it is now, and nobody else changes it until the end of the transaction; with a patient only their own. Holds
 * are no visits yet, wishes for another time (`lockWish`) none of their own. A change of the practice's times is waited for
 * before the row, never with it in hand.
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
    with times as materialized (
      select pg_advisory_xact_lock_shared(hashtextextended(${timesOf(practiceId)}, 0))
    )
    select a.state::text, a.starts_at, a.ends_at, a.practitioner_id, a.location_id, a.chair_id, a.version, a.patient_id,
      a.visit_type_id, ${sqlText(askedToMove)} as asked, v.needs_approval
    from times, tenant.appointment a
    join tenant.visit_type v on v.practice_id = a.practice_id and v.id = a.visit_type_id
    where a.practice_id = ${practiceId}::uuid and (${patientId}::uuid is null or a.patient_id = ${patientId}::uuid)
      and a.id = ${id}::uuid and a.state not in ('held', 'released')
      and a.replaces_appointment_id is null
    for update of a`;
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
    asked: row.asked,
    needsApproval: row.needs_approval,
  };
}
