import type { Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { type Colleague, colleaguesOf } from "@/features/people/colleagues";
import type { Services } from "@/server/services";
import { handleThread } from "./handle-thread";
import { noteEvent } from "./note-event";
import type { HandlingRefusal } from "./refusals";
import type { HandlingView } from "./schema";

interface Assignment {
  readonly id: string;
  readonly personId: string | null;
  readonly seen: string | null;
}

/**
 * Gives a thread to somebody of the practice, or to nobody (R40). Of two at once the second is told who was faster:
 * `assigned_meanwhile`. Refusal `person_unknown`: nobody here, or staff where they take no part.
 */
export function assignThread(
  services: Services,
  actor: ClinicActor,
  input: Assignment,
): Promise<Result<HandlingView, HandlingRefusal | "assigned_meanwhile" | "person_unknown">> {
  return handleThread<Assignment, "assigned_meanwhile" | "person_unknown">(services, actor, {
    route: "POST /api/threads/{id}/assign",
    input,
    change: async (tx, thread) => {
      const { practiceId } = actor;
      const { personId, seen } = input;
      if (thread.assignedToPersonId === personId) return ok(undefined);
      const people = await colleaguesOf(tx, practiceId);
      if (thread.assignedToPersonId !== seen) {
        const now = people.find((one) => one.personId === thread.assignedToPersonId);
        return refused("assigned_meanwhile", { name: now?.name ?? null });
      }
      const to = people.find((one) => one.personId === personId) ?? null;
      if (personId !== null && !(to && mayTake(to, thread))) return refused("person_unknown");
      await assign(tx, practiceId, thread.id, personId);
      await noteEvent(tx, services, actor, thread, { kind: "assigned", to });
      return ok(undefined);
    },
  });
}

/** Orthodontists see every thread, staff those they take part in (R52). */
export function mayTake({ role }: Colleague, thread: { readonly withStaff: boolean }): boolean {
  return role === "orthodontist" || thread.withStaff;
}

export async function assign(
  tx: Tx,
  practiceId: string,
  id: string,
  personId: string | null,
): Promise<void> {
  await tx.thread.update({
    where: { practiceId_id: { practiceId, id } },
    data: { assignedToPersonId: personId },
    select: { id: true },
  });
}
