import { toInstant } from "@/db/time";
import type { AppointmentState } from "@/domain/appointments/appointment-state";
import type { CalendarVisit } from "./calendar-event";

/** One row of `calendarColumns`. */
export interface CalendarRow {
  readonly practice_id: string;
  readonly id: string;
  readonly patient_id: string;
  readonly given_name: string;
  readonly state: AppointmentState;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly calendar_sequence: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly place: string;
}

/** $1 practice. Holds are no visits yet; a wish for another time is none of its own. */
export const calendarColumns = `
  select a.practice_id, a.id, a.patient_id, coalesce(t.preferred_name, t.first_name) as given_name,
    a.state::text as state, a.starts_at, a.ends_at, a.calendar_sequence, a.created_at, a.updated_at,
    concat_ws(', ', l.name, l.address_line1, l.postcode || ' ' || l.town) as place
  from tenant.appointment a
  join tenant.patient t on t.practice_id = a.practice_id and t.id = a.patient_id
  join tenant.location l on l.practice_id = a.practice_id and l.id = a.location_id
  where a.practice_id = $1::uuid and a.state not in ('held', 'released') and a.replaces_appointment_id is null`;

export function calendarVisit(row: CalendarRow): CalendarVisit {
  return {
    practiceId: row.practice_id,
    id: row.id,
    patientId: row.patient_id,
    givenName: row.given_name,
    state: row.state,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    sequence: row.calendar_sequence,
    createdAt: toInstant(row.created_at),
    changedAt: toInstant(row.updated_at),
    place: row.place,
  };
}
