import { pool } from "../../pool";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { rows } = await pool().query({
    name: "visits",
    text: `select a.id, a.starts_at as "startsAt", a.ends_at as "endsAt", a.state, v.name as "visitType", p.name as practitioner, l.name as location
      from tenant.appointment a
      join tenant.visit_type v on v.practice_id = a.practice_id and v.id = a.visit_type_id
      join tenant.practitioner p on p.practice_id = a.practice_id and p.id = a.practitioner_id
      join tenant.location l on l.practice_id = a.practice_id and l.id = a.location_id
      where a.practice_id = $1 and a.patient_id = $2 and a.ends_at > now() and a.state in ('requested', 'booked', 'confirmed')
      order by a.starts_at limit 21`,
    values: [process.env.PRACTICE_ID, process.env.PATIENT_ID],
  });
  return Response.json({ items: rows, next: null });
}
