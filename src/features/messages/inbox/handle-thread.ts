import type { Tx } from "@/db/client";
import { inPracticeOrNothing, RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { onceOnly } from "@/features/idempotency/once-only";
import { colleaguesOf } from "@/features/people/colleagues";
import type { Services } from "@/server/services";
import { type HeldThread, lockThread } from "./lock-thread";
import type { HandlingView } from "./schema";

interface Handling<Input, Reason extends string> {
  readonly route: string;
  readonly input: Input & { readonly id: string };
  readonly change: (tx: Tx, thread: HeldThread) => Promise<Result<void, Reason>>;
}

/**
 * Does something to a thread as a whole (R40): held against everybody else, once for each key, and answered with how the
 * thread stands then. Refusals: `not_found`, `idempotency_key_reused`, and the change's own, which leave no trace.
 */
export function handleThread<Input, Reason extends string>(
  services: Services,
  actor: ClinicActor,
  { route, input, change }: Handling<Input, Reason>,
): Promise<Result<HandlingView, Reason | "not_found" | "idempotency_key_reused">> {
  return inPracticeOrNothing(services.db, actor.practiceId, (tx) =>
    onceOnly(tx, services, actor, route, input, async () => {
      const thread = await lockThread(tx, actor, input.id);
      if (!thread) return refused("not_found");
      const changed = await change(tx, thread);
      if (!changed.ok) throw new RolledBack(changed);
      return ok(await handlingOf(tx, actor, input.id));
    }),
  );
}

async function handlingOf(tx: Tx, { practiceId }: ClinicActor, id: string): Promise<HandlingView> {
  const thread = await tx.thread.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id } },
    select: { state: true, assignedToPersonId: true, snoozedUntilAt: true, withStaff: true },
  });
  const { state, assignedToPersonId, snoozedUntilAt, withStaff } = thread;
  const people = assignedToPersonId === null ? [] : await colleaguesOf(tx, practiceId);
  const name = people.find(({ personId }) => personId === assignedToPersonId)?.name ?? null;
  return {
    id,
    state,
    withStaff,
    assignedTo: assignedToPersonId === null ? null : { personId: assignedToPersonId, name },
    snoozedUntil: snoozedUntilAt?.toISOString() ?? null,
  };
}
