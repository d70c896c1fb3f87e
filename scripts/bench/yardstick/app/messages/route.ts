import { pool } from "../../pool";

export const dynamic = "force-dynamic";

/** One insert of the row that sending writes, without session, number, receipt, notice, audit or live event. */
export async function POST(request: Request): Promise<Response> {
  const { practiceId, threadId, personId, number, body } = await request.json();
  const { rows } = await pool().query({
    name: "message",
    text: `insert into tenant.message (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at)
      values ($1, gen_random_uuid(), $2, $3, $4, 'patient', 'Bench Author', $5, now())
      returning id, number, author_person_id as "authorPersonId", author_name as "authorName", author_role as "authorRole",
        true as mine, body, sent_at as "sentAt", '[]'::json as attachments`,
    values: [practiceId, threadId, number, personId, body],
  });
  return Response.json(rows[0], { status: 201 });
}
