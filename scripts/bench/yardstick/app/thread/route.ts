import { pool } from "../../pool";

export const dynamic = "force-dynamic";

/** One query that gives the payload of the portal's route, without session, gate or practice context. */
export async function GET(): Promise<Response> {
  const { rows } = await pool().query({
    name: "thread",
    text: `select id, number, author_person_id as "authorPersonId", author_name as "authorName", author_role as "authorRole",
        false as mine, body, sent_at as "sentAt", '[]'::json as attachments
      from tenant.message where practice_id = $1 and thread_id = $2 order by number desc limit 50`,
    values: [process.env.PRACTICE_ID, process.env.THREAD_ID],
  });
  return Response.json({ items: rows, next: null });
}
