import { pool } from "../../pool";

export const dynamic = "force-dynamic";

/** One query that gives the payload of the portal's route, without session, gate or practice context. */
export async function GET(): Promise<Response> {
  const { rows } = await pool().query({
    name: "visits",
    text: `select a.id, a.state, a.starts_at as "startsAt", a.ends_at as "endsAt",
        json_build_object('id', v.id, 'name', v.name) as "visitType",
        json_build_object('id', p.id, 'name', p.name, 'title', p.title) as practitioner,
        json_build_object('id', l.id, 'name', l.name, 'addressLine1', l.address_line1, 'postcode', l.postcode,
          'town', l.town) as location, 'possible' as rescheduling, 'possible' as cancelling,
        a.starts_at - interval '24 hours' as "reschedulingUntil", a.starts_at - interval '24 hours' as "cancellingUntil"
      from tenant.appointment a
      join tenant.visit_type v on v.practice_id = a.practice_id and v.id = a.visit_type_id
      join tenant.practitioner p on p.practice_id = a.practice_id and p.id = a.practitioner_id
      join tenant.location l on l.practice_id = a.practice_id and l.id = a.location_id
      where a.practice_id = $1 and a.patient_id = $2 and a.ends_at > now() and a.state in ('requested', 'booked', 'confirmed')
      order by a.starts_at limit 21`,
    values: [process.env.PRACTICE_ID, process.env.PATIENT_ID],
  });
  return Response.json({ items: rows, next: null, timeZone: "Europe/Berlin" });
}
