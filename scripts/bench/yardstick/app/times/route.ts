import { pool } from "../../pool";

export const dynamic = "force-dynamic";

/** The rows of one practitioner's month, or with `?all` of all six. */
export async function GET(request: Request): Promise<Response> {
  const whose = request.url.endsWith("?all") ? "" : "and practitioner_id = $4";
  const { rows } = await pool().query({
    name: `times ${whose}`,
    text: `select id, practitioner_busy_from_at as "fromAt", practitioner_busy_until_at as "untilAt", chair_id as "chairId"
      from tenant.appointment where practice_id = $1 ${whose} and starts_at < $3::date and ends_at > $2::date
        and state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed')`,
    values: [
      process.env.PRACTICE_ID,
      process.env.FROM_ON,
      process.env.TO_ON,
      ...(whose === "" ? [] : [process.env.PRACTITIONER_ID]),
    ],
  });
  return Response.json({ items: rows, next: null });
}
