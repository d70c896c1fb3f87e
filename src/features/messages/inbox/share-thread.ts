import { ok, type Result } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { colleaguesOf } from "@/features/people/colleagues";
import type { Services } from "@/server/services";
import { assign, mayTake } from "./assign-thread";
import { handleThread } from "./handle-thread";
import { noteEvent } from "./note-event";
import type { HandlingRefusal } from "./refusals";
import type { HandlingView } from "./schema";

interface Sharing {
  readonly id: string;
  readonly withStaff: boolean;
}

/** Lets the practice's team take part in a thread, or no longer (R37, R52); it leaves whoever no longer sees it. */
export function shareThread(
  services: Services,
  actor: ClinicActor,
  input: Sharing,
): Promise<Result<HandlingView, HandlingRefusal>> {
  return handleThread<Sharing, never>(services, actor, {
    route: "POST /api/threads/{id}/share",
    input,
    change: async (tx, thread) => {
      const { practiceId } = actor;
      const { withStaff } = input;
      if (thread.withStaff === withStaff) return ok(undefined);
      await tx.thread.update({
        where: { practiceId_id: { practiceId, id: thread.id } },
        data: { withStaff },
        select: { id: true },
      });
      const people = await colleaguesOf(tx, practiceId);
      const holder = people.find(({ personId }) => personId === thread.assignedToPersonId);
      if (thread.assignedToPersonId !== null && !(holder && mayTake(holder, { withStaff })))
        await assign(tx, practiceId, thread.id, null);
      await noteEvent(tx, services, actor, thread, { kind: withStaff ? "staff_in" : "staff_out" });
      return ok(undefined);
    },
  });
}
