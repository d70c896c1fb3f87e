import type { Store } from "../store/open-store";

const isoAt = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The shapes of `GET /mail` and `GET /sms` (fixed names), newest first. Addresses are compared without case. */
export function receivedMail(store: Store, to: string | null, limit: number): Promise<object[]> {
  return store.query(
    `select id, recipient as "to", sender as "from", subject, text_body as text, html_body as html,
       coalesce(
         (select json_agg(json_build_object('name', a.name, 'type', a.type, 'size', length(a.content))
            order by a.position)
          from mail.attachment a where a.mail_id = m.id),
         '[]') as attachments,
       message_id as "messageId", ${isoAt("received_at")} as at
     from mail.mail m
     where $1::text is null or lower(recipient) = lower($1)
     order by position desc limit $2`,
    [to, limit],
  );
}

export function receivedTexts(store: Store, to: string | null, limit: number): Promise<object[]> {
  return store.query(
    `select sid as id, recipient as "to", body, segments, status, ${isoAt("created_at")} as at
     from phone.message
     where $1::text is null or recipient = $1
     order by position desc limit $2`,
    [to, limit],
  );
}

/** One attachment's bytes, for a person who wants to open it. */
export async function attachmentOf(
  store: Store,
  mailId: string,
  position: number,
): Promise<{ name: string; type: string; content: Buffer } | undefined> {
  const [row] = await store.query<{ name: string; type: string; content: Buffer }>(
    "select name, type, content from mail.attachment where mail_id = $1 and position = $2",
    [mailId, position],
  );
  return row;
}
