import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { recordMove } from "./record-event";

/**
 * Gives a held time back before its five minutes are over. One that is gone already is answered the same way. Refusal:
 * `view_only` for a guardian who may look alone.
 */
export async function releaseHold(
  services: Services,
  actor: PatientActor,
  { id }: { readonly id: string },
): Promise<Result<{ released: boolean }, "view_only">> {
  return inPractice(services.db, actor.practiceId, async (tx) =>
    (await mayAct(tx, actor))
      ? ok({ released: (await release(tx, services, actor, { id })) > 0 })
      : refused("view_only"),
  );
}

/** A visit moves to a time that the same patient holds: the hold makes room for it. */
export async function releaseOwnHolds(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  startsAt: Temporal.Instant,
): Promise<void> {
  await release(tx, services, actor, { startsAt: fromInstant(startsAt) });
}

async function release(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  which: { readonly id: string } | { readonly startsAt: Date },
): Promise<number> {
  const { practiceId, patientId } = actor;
  const released = await tx.appointment.updateManyAndReturn({
    where: { practiceId, patientId, state: "held", ...which },
    data: {
      state: "released",
      holdExpiresAt: null,
      updatedAt: fromInstant(services.now),
      version: { increment: 1 },
    },
    select: { id: true, startsAt: true },
  });
  for (const { id, startsAt } of released) {
    await recordMove(tx, services, actor, {
      appointmentId: id,
      event: "release",
      from: "held",
      to: "released",
      startsAt: toInstant(startsAt),
      action: "appointment.released",
    });
  }
  return released.length;
}
