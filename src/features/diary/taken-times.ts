import type { Tx } from "@/db/client";
import { isoOf } from "@/features/appointments/free-times";
import type { DiaryVisit } from "./schema";

/** A visit or live hold that takes a practitioner's or a chair's time. */
export interface TakenTime {
  readonly id: string;
  readonly state: DiaryVisit["state"];
  readonly patientId: string;
  readonly practitionerId: string;
  readonly chairId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Who holds it at the desk; null for what the portal holds and for visits. */
  readonly deskPersonId: string | null;
}

interface Row {
  id: string;
  state: DiaryVisit["state"];
  patient_id: string;
  practitioner_id: string;
  chair_id: string | null;
  starts_at: Date;
  ends_at: Date;
  desk_person_id: string | null;
}

/** What the exclusion constraints would say to the stretch (S16), by start. Holds that ran out are released before. */
export async function takenTimes(
  tx: Tx,
  practiceId: string,
  wish: {
    readonly fromAt: string;
    readonly untilAt: string;
    readonly practitionerId: string;
    readonly chairIds: readonly string[];
    /** The visit that moves: neither it nor its patient's wish for another time stands in the way. */
    readonly leftOutId: string | null;
  },
): Promise<TakenTime[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, state::text, patient_id, practitioner_id, chair_id, starts_at, ends_at,
      case when state = 'held' and booked_from = 'desk' then booked_by_person_id end as desk_person_id
    from tenant.appointment
    where practice_id = ${practiceId}::uuid and id is distinct from ${wish.leftOutId}::uuid
      and (${wish.leftOutId}::uuid is null or replaces_appointment_id is distinct from ${wish.leftOutId}::uuid)
      and state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed')
      and (practitioner_id = ${wish.practitionerId}::uuid
          and practitioner_busy && tstzrange(${wish.fromAt}::timestamptz, ${wish.untilAt}::timestamptz, '[)')
        or chair_id = any (${[...wish.chairIds]}::uuid[])
          and chair_busy && tstzrange(${wish.fromAt}::timestamptz, ${wish.untilAt}::timestamptz, '[)'))
    order by starts_at, id`;
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    patientId: row.patient_id,
    practitionerId: row.practitioner_id,
    chairId: row.chair_id,
    startsAt: isoOf(row.starts_at.getTime()),
    endsAt: isoOf(row.ends_at.getTime()),
    deskPersonId: row.desk_person_id,
  }));
}
