import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { nextThreadState } from "@/domain/messages/thread-state";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { handleThread } from "./handle-thread";
import type { HeldThread } from "./lock-thread";
import { noteEvent } from "./note-event";
import type { HandlingRefusal } from "./refusals";
import type { HandlingView } from "./schema";

type Handled<Own extends string> = Promise<Result<HandlingView, HandlingRefusal | Own>>;

/**
 * Closes a thread: nothing is left to answer until somebody writes again (R40). Refusals: `already_closed`, and
 * `new_messages` where the patient's side wrote after `upTo`.
 */
export function closeThread(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string; readonly upTo: number; readonly reason?: string | undefined },
): Handled<"already_closed" | "new_messages"> {
  return handleThread<typeof input, "already_closed" | "new_messages">(services, actor, {
    route: "POST /api/threads/{id}/close",
    input,
    change: async (tx, thread) => {
      const next = nextThreadState(thread.state, "close", thread.askedLast);
      if (!next.ok) return refused("already_closed");
      if (await hasAskedSince(tx, actor, thread, input.upTo)) return refused("new_messages");
      await tx.thread.update({
        where: { practiceId_id: { practiceId: actor.practiceId, id: thread.id } },
        data: { state: next.value, closedAt: fromInstant(services.now), snoozedUntilAt: null },
        select: { id: true },
      });
      const reason = input.reason || null;
      await noteEvent(tx, services, actor, thread, { kind: "closed", reason });
      return ok(undefined);
    },
  });
}

/** Opens a closed thread as it was: undoes closing it (R40). Refusal: `not_closed`. */
export function reopenThread(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string },
): Handled<"not_closed"> {
  return handleThread<typeof input, "not_closed">(services, actor, {
    route: "POST /api/threads/{id}/reopen",
    input,
    change: async (tx, thread) => {
      const next = nextThreadState(thread.state, "reopen", thread.askedLast);
      if (!next.ok) return refused("not_closed");
      await tx.thread.update({
        where: { practiceId_id: { practiceId: actor.practiceId, id: thread.id } },
        data: { state: next.value, closedAt: null },
        select: { id: true },
      });
      await noteEvent(tx, services, actor, thread, { kind: "reopened" });
      return ok(undefined);
    },
  });
}

async function hasAskedSince(
  tx: Tx,
  { practiceId }: ClinicActor,
  { id: threadId }: HeldThread,
  upTo: number,
): Promise<boolean> {
  const found = await tx.message.findFirst({
    where: {
      practiceId,
      threadId,
      number: { gt: upTo },
      authorRole: { in: ["patient", "guardian"] },
    },
    select: { id: true },
  });
  return found !== null;
}
