import { pool } from "../../pool";

export const dynamic = "force-dynamic";

const HALF_HOUR_MS = 1_800_000;

/** One insert of the row that a booking writes, without session, rule, history, audit or mail. */
export async function POST(request: Request): Promise<Response> {
  const { practiceId, patientId, visitTypeId, practitionerId, chairId, locationId, startsAt } =
    await request.json();
  const startMs = Date.parse(startsAt);
  const { rows } = await pool().query({
    name: "booking",
    text: `insert into tenant.appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, chair_id, location_id,
        state, starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at,
        chair_busy_until_at, created_at, updated_at)
      values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'booked', $7, $8, $7, $8, $7, $8, now(), now())
      returning id, state, starts_at as "startsAt", ends_at as "endsAt"`,
    values: [
      practiceId,
      patientId,
      visitTypeId,
      practitionerId,
      chairId,
      locationId,
      new Date(startMs),
      new Date(startMs + HALF_HOUR_MS),
    ],
  });
  return Response.json(rows[0], { status: 201 });
}
