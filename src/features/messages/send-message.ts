import { Temporal } from "temporal-polyfill";
import { duplicateOf } from "@/db/errors";
import { inPlainPractice, type PlainTx } from "@/db/plain-transaction";
import { inPractice, orNothing, RolledBack } from "@/db/transaction";
import { lateWriting } from "@/domain/messages/written-at";
import { ok, type Result, refused } from "@/domain/result";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { answeredMeanwhile } from "./answered-meanwhile";
import { sentFromDraft } from "./compose/sent-from-draft";
import { mayWrite } from "./may-write";
import { readConversation } from "./read-conversation";
import type { MessageView, NewMessage } from "./schema";
import type { ThreadMember } from "./thread-member";
import { writeMessage } from "./write-message";

export type WriteRefusal =
  | "not_found"
  | "empty"
  | "view_only"
  | "attachment_unknown"
  | "idempotency_key_reused";
export type SendRefusal = WriteRefusal | "answered_meanwhile";

/**
 * Sends a message into a thread (R37, R38); closed threads open again. Files alone are enough. What another tab has just
 * sent from the same draft is not sent again. Refusals: `empty`,
 * `not_found` (another's thread answers like a missing one), `view_only` for a guardian who may look alone,
 * `attachment_unknown`, `idempotency_key_reused`, and for the practice `answered_meanwhile` where a colleague's answer
 * was not seen (R40).
 */
export async function sendMessage(
  services: Services,
  actor: ThreadMember,
  input: NewMessage,
): Promise<Result<MessageView, SendRefusal>> {
  const { id: threadId, body, attachmentIds } = input;
  if (body === "" && attachmentIds.length === 0) return refused("empty");
  const said = { threadId, body, attachmentIds };
  const answer = await orRefused(() =>
    orNothing(() =>
      inPlainPractice(services.db, actor.practiceId, (tx) =>
        onceOnly(tx, services, actor, "POST /api/threads/{id}/messages", said, () =>
          write(tx, services, actor, input),
        ),
      ),
    ),
  );
  if (answer.ok) return answer;
  const { reason } = answer;
  const sent =
    reason === "sent_from_draft"
      ? await messageAt(services, actor, threadId, Number(answer.detail?.number))
      : reason === "idempotency_key_reused" && (await sentBefore(services, actor, input));
  if (sent) return ok(sent);
  return reason === "sent_from_draft" ? refused("not_found") : refused(reason, answer.detail);
}

async function write(
  tx: PlainTx,
  services: Services,
  actor: ThreadMember,
  { id: threadId, body, attachmentIds, draft, writtenAt, seenUpTo = 0 }: NewMessage,
): Promise<Result<MessageView, SendRefusal | "sent_from_draft">> {
  if (!(await mayWrite(tx, actor))) return refused("view_only");
  const before = await sentFromDraft(tx, actor, { threadId }, { body, attachmentIds, draft });
  if (before) return refused("sent_from_draft", { number: before.number });
  const byDevice = writtenAt === undefined ? null : Temporal.Instant.from(writtenAt);
  const late = lateWriting(byDevice, services.now);
  const message = { threadId, body, attachmentIds, writtenAt: late };
  const sent = await writeMessage(tx, services, actor, message);
  if (!sent.ok) throw new RolledBack(sent);
  if (actor.kind === "clinic") {
    const seen = { threadId, number: sent.value.number, seenUpTo };
    const answer = await answeredMeanwhile(tx, actor, seen);
    if (answer) throw new RolledBack(refused("answered_meanwhile", { ...answer }));
  }
  return ok({ ...sent.value });
}

/** The same message under the same key, sent so long ago that its answer is no longer kept: a phone without a network. */
async function sentBefore(
  services: Services,
  actor: ThreadMember,
  { id: threadId, body, attachmentIds }: NewMessage,
): Promise<MessageView | null> {
  const { practiceId, personId } = actor;
  const clientKey = services.request.idempotencyKey ?? "";
  const found = await inPractice(services.db, practiceId, (tx) =>
    tx.message.findFirst({
      where: { practiceId, authorPersonId: personId, clientKey, threadId, body },
      select: { number: true },
    }),
  );
  const message = found && (await messageAt(services, actor, threadId, found.number));
  const isSame = message?.attachments.every(({ id }, place) => id === attachmentIds[place]);
  return message && isSame && message.attachments.length === attachmentIds.length ? message : null;
}

/** One's own page of a thread that begins with the message of this number: that message. */
export async function messageAt(
  services: Services,
  actor: ThreadMember,
  id: string,
  number: number,
): Promise<MessageView | null> {
  const page = await readConversation(services, actor, { id, cursor: String(number + 1) });
  return (page.ok && page.value.items[0]) || null;
}

/** Names the races that only the database can see: the same file on two messages, the same key sent a day later. */
export async function orRefused<T, Reason extends string>(
  work: () => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | "attachment_unknown" | "idempotency_key_reused">> {
  try {
    return await work();
  } catch (error) {
    const duplicate = duplicateOf(error) ?? "";
    if (duplicate.startsWith("message_attachment")) return refused("attachment_unknown");
    if (duplicate.endsWith("client_key_key")) return refused("idempotency_key_reused");
    throw error;
  }
}
