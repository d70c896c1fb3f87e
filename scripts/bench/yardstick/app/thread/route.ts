import { pool } from "../../pool";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const { rows } = await pool().query({
    name: "thread",
    text: `select id, number, author_person_id as "authorPersonId", author_role as "authorRole", author_name as "authorName", body, sent_at as "sentAt"
      from tenant.message where practice_id = $1 and thread_id = $2 order by number desc limit 50`,
    values: [process.env.PRACTICE_ID, process.env.THREAD_ID],
  });
  return Response.json({ items: rows, next: null });
}
