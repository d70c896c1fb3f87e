import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { decideHold, type HoldRefusal as RuleRefusal } from "@/domain/appointments/booking";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { contendForTime, lockForTime } from "../contend";
import { judgeWish, timeColumns } from "../decide-time";
import { explainBooking } from "../explain-refusal";
import { isoOf } from "../free-times";
import { recordMove } from "../record-event";
import type { HoldRefusal } from "../refusals";
import type { TimeWishInput } from "../schema";
import type { TimeFacts } from "../time-facts";

type Held = { id: string; expiresAt: string };
type Refusal = RuleRefusal | "not_found" | "view_only";

/**
 * Holds a time for five minutes (R30); the patient's own live hold of that very time is given again. Refused as the
 * rule says; `slot_taken` comes with `alternatives`, `too_late` with the practice's `phone`.
 */
export async function holdTime(
  services: Services,
  actor: PatientActor,
  input: TimeWishInput,
): Promise<Result<Held, HoldRefusal>> {
  const { practiceId } = actor;
  const result = await contendForTime(services, { practiceId, ...input }, (tx) =>
    onceOnly(tx, services, actor, "POST /api/holds", input, () => hold(tx, services, actor, input)),
  );
  return explainBooking(services, actor, result, input);
}

async function hold(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  input: TimeWishInput,
): Promise<Result<Held, Refusal>> {
  const { practiceId, patientId } = actor;
  await lockForTime(tx, { practiceId, patientId, practitionerId: input.practitionerId });
  const judged = await judgeWish(tx, services, actor, input);
  if (!judged.ok) return judged;
  const wish = judged.value;
  const { holds, settings } = wish.facts;
  const same = ownHold(holds, input);
  if (same) return ok({ id: same.id, expiresAt: isoOf(same.expiresAtMs) });
  const decided = decideHold(
    { ...wish, liveHolds: holds.length, heldTimesAtMost: settings.heldTimesAtMost },
    services.now,
  );
  if (!decided.ok) {
    const ends = Math.min(...holds.map((held) => held.expiresAtMs));
    const waitMs = ends - services.now.epochMilliseconds;
    return decided.reason === "too_many_holds"
      ? refused("too_many_holds", {
          ...decided.detail,
          retryAfterSeconds: Math.ceil(waitMs / 1000),
        })
      : decided;
  }
  const held = decided.value;
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  await tx.appointment.create({
    data: {
      practiceId,
      id,
      patientId,
      visitTypeId: wish.visit.visitTypeId,
      state: held.state,
      ...timeColumns(held),
      holdExpiresAt: fromInstant(held.holdExpiresAt),
      bookedByPersonId: actor.personId,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
  await recordMove(tx, services, actor, {
    appointmentId: id,
    event: "hold",
    from: null,
    to: held.state,
    startsAt: held.startsAt,
    action: "appointment.held",
  });
  return ok({ id, expiresAt: isoOf(held.holdExpiresAt.epochMilliseconds) });
}

/** The patient's live hold of this very time. */
export function ownHold(holds: TimeFacts["holds"], wanted: TimeWishInput) {
  const startsAtMs = Temporal.Instant.from(wanted.startsAt).epochMilliseconds;
  return holds.find(
    (held) =>
      held.startsAtMs === startsAtMs &&
      held.practitionerId === wanted.practitionerId &&
      held.visitTypeId === wanted.visitTypeId,
  );
}
