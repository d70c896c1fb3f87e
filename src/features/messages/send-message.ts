import { Temporal } from "temporal-polyfill";
import { duplicateOf } from "@/db/errors";
import { inPractice, inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { lateWriting } from "@/domain/messages/written-at";
import { ok, type Result, refused } from "@/domain/result";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { mayWrite } from "./may-write";
import { readConversation } from "./read-conversation";
import type { MessageView, NewMessage } from "./schema";
import type { ThreadMember } from "./thread-member";
import { writeMessage } from "./write-message";

export type SendRefusal =
  | "not_found"
  | "empty"
  | "view_only"
  | "attachment_unknown"
  | "idempotency_key_reused";

/**
 * Sends a message into a thread (R37, R38); closed threads open again. Files alone are enough. Refusals: `empty`,
 * `not_found` (another's thread answers like a missing one), `view_only` for a guardian who may look alone,
 * `attachment_unknown`, `idempotency_key_reused`.
 */
export async function sendMessage(
  services: Services,
  actor: ThreadMember,
  input: NewMessage,
): Promise<Result<MessageView, SendRefusal>> {
  const { id: threadId, body, attachmentIds } = input;
  const written = input.writtenAt === undefined ? null : Temporal.Instant.from(input.writtenAt);
  const writtenAt = lateWriting(written, services.now);
  if (body === "" && attachmentIds.length === 0) return refused("empty");
  const answer = await orRefused(() =>
    inPracticeOrNothing(services.db, actor.practiceId, async (tx) => {
      const write = async () => {
        if (!(await mayWrite(tx, actor))) return refused("view_only");
        const message = { threadId, body, attachmentIds, writtenAt };
        const sent = await writeMessage(tx, services, actor, message);
        if (!sent.ok) throw new RolledBack(sent);
        return ok({ ...sent.value });
      };
      const route = "POST /api/threads/{id}/messages";
      return onceOnly(tx, services, actor, route, { threadId, body, attachmentIds }, write);
    }),
  );
  if (answer.ok || answer.reason !== "idempotency_key_reused") return answer;
  const before = await sentBefore(services, actor, input);
  return before ? ok(before) : answer;
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
  if (!found) return null;
  const cursor = String(found.number + 1);
  const page = await readConversation(services, actor, { id: threadId, cursor });
  const message = page.ok ? page.value.items[0] : undefined;
  const isSame = message?.attachments.every(({ id }, place) => id === attachmentIds[place]);
  return message && isSame && message.attachments.length === attachmentIds.length ? message : null;
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
