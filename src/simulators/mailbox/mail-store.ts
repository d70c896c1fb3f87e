import type { Temporal } from "temporal-polyfill";
import type { Store } from "../store/open-store";

export const mailDdl = `
  create table if not exists mail (
    id uuid primary key default gen_random_uuid(),
    position bigint generated always as identity,
    recipient text not null,
    sender text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    message_id text not null,
    received_at timestamptz not null
  );
  create index if not exists mail_recipient on mail (lower(recipient), position desc);
  create table if not exists attachment (
    mail_id uuid not null references mail on delete cascade,
    position int not null,
    name text not null,
    type text not null,
    content bytea not null,
    primary key (mail_id, position)
  )`;

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface ReceivedMail {
  readonly recipients: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly attachments: readonly Attachment[];
}

/** Every recipient gets a copy, as in real mailboxes. A repeated Message-ID is kept as a second mail. */
export async function keepMail(
  store: Store,
  mail: ReceivedMail,
  now: Temporal.Instant,
): Promise<void> {
  await store.transaction(async (tx) => {
    for (const recipient of mail.recipients) {
      const [row] = await tx.query<{ id: string }>(
        `insert into mail (recipient, sender, subject, text_body, html_body, message_id, received_at)
         values ($1, $2, $3, $4, $5, $6, $7) returning id`,
        [
          recipient,
          mail.from,
          mail.subject,
          mail.text,
          mail.html,
          mail.messageId,
          now.toString({ smallestUnit: "millisecond" }),
        ],
      );
      for (const [position, attachment] of mail.attachments.entries()) {
        await tx.query(
          "insert into attachment (mail_id, position, name, type, content) values ($1, $2, $3, $4, $5)",
          [row?.id, position, attachment.name, attachment.type, attachment.content],
        );
      }
    }
  });
}
