import { pool } from "../../pool";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { rows } = await pool().query({
    name: "times",
    text: `select id, practitioner_busy_from_at as "fromAt", practitioner_busy_until_at as "untilAt", chair_id as "chairId"
      from tenant.appointment where practice_id = $1 and practitioner_id = $4 and starts_at < $3::date and ends_at > $2::date
        and state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed')`,
    values: [
      process.env.PRACTICE_ID,
      process.env.FROM_ON,
      process.env.TO_ON,
      process.env.PRACTITIONER_ID,
    ],
  });
  return Response.json({ items: rows, next: null });
}
