import { duplicateOf } from "@/db/errors";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { mayWrite } from "./may-write";
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
  if (body === "" && attachmentIds.length === 0) return refused("empty");
  return orRefused(() =>
    inPracticeOrNothing(services.db, actor.practiceId, async (tx) => {
      const write = async () => {
        if (!(await mayWrite(tx, actor))) return refused("view_only");
        const written = await writeMessage(tx, services, actor, { threadId, body, attachmentIds });
        if (!written.ok) throw new RolledBack(written);
        return ok({ ...written.value });
      };
      const route = "POST /api/threads/{id}/messages";
      return onceOnly(tx, services, actor, route, { threadId, body, attachmentIds }, write);
    }),
  );
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
