import { Temporal } from "temporal-polyfill";
import { fromInstant } from "@/db/time";
import { type SnoozeChoice, type SnoozeRefusal, snoozedUntil } from "@/domain/messages/snooze";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { handleThread } from "./handle-thread";
import { noteEvent } from "./note-event";
import type { HandlingRefusal } from "./refusals";
import type { HandlingView } from "./schema";

interface Snooze {
  readonly id: string;
  readonly until: SnoozeChoice | null;
  readonly on?: string | undefined;
}

/**
 * Puts a thread away until a time of the practice's clock, or brings it back (R40). It comes back by itself then, and with
 * any message. Refusals: `thread_closed`, and those of `snoozedUntil`.
 */
export function snoozeThread(
  services: Services,
  actor: ClinicActor,
  input: Snooze,
): Promise<Result<HandlingView, HandlingRefusal | SnoozeRefusal | "thread_closed">> {
  return handleThread<Snooze, SnoozeRefusal | "thread_closed">(services, actor, {
    route: "POST /api/threads/{id}/snooze",
    input,
    change: async (tx, thread) => {
      if (thread.state === "closed") return refused("thread_closed");
      const until = untilOf(services, actor, input);
      if (!until.ok) return until;
      const at = until.value && fromInstant(until.value);
      if (at === null && thread.snoozedUntilAt === null) return ok(undefined);
      await tx.thread.update({
        where: { practiceId_id: { practiceId: actor.practiceId, id: thread.id } },
        data: { snoozedUntilAt: at },
        select: { id: true },
      });
      const kind = at === null ? "woken" : "snoozed";
      await noteEvent(tx, services, actor, thread, { kind, until: at });
      return ok(undefined);
    },
  });
}

function untilOf(
  { now }: Services,
  { zone }: ClinicActor,
  { until, on }: Snooze,
): Result<Temporal.Instant | null, SnoozeRefusal> {
  if (until === null) return ok(null);
  return snoozedUntil(until, on === undefined ? null : Temporal.PlainDate.from(on), now, zone);
}
