import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import {
  type BookedTime,
  decideBooking,
  type Hold,
  type BookingRefusal as RuleRefusal,
} from "@/domain/appointments/booking";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { contendForTime, lockForTime } from "./contend";
import { judgeWish, timeColumns } from "./decide-time";
import { explainBooking } from "./explain-refusal";
import { ownHold } from "./holds/hold-time";
import { appointmentIn } from "./queries";
import { recordMove } from "./record-event";
import type { BookingRefusal } from "./refusals";
import type { AppointmentView, BookingRequest } from "./schema";
import { tellPeople } from "./tell-people";
import type { HoldRow } from "./time-facts";

type Refusal = RuleRefusal | "not_found" | "view_only";

/**
 * Books a time, or requests it where the type of visit needs the practice's yes (R28). A live hold of the patient is
 * used whether named or not; one that ran out is forgotten, and the time has to be free still. `slot_taken` comes with
 * `alternatives` (R30), `already_booked` with the `appointmentId`, `too_late` with the practice's `phone` (R32).
 */
export async function bookAppointment(
  services: Services,
  actor: PatientActor,
  input: BookingRequest,
): Promise<Result<AppointmentView, BookingRefusal>> {
  const { practiceId } = actor;
  const result = await contendForTime(services, { practiceId, ...input }, (tx) =>
    onceOnly(tx, services, actor, "POST /api/appointments", input, () =>
      bookTime(tx, services, actor, input),
    ),
  );
  return explainBooking(services, actor, result, input);
}

/** The booking itself, in the caller's transaction under `contendForTime`. */
export async function bookTime(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  input: BookingRequest,
): Promise<Result<AppointmentView, Refusal>> {
  const { practiceId, patientId } = actor;
  await lockForTime(tx, { practiceId, patientId, practitionerId: input.practitionerId });
  const judged = await judgeWish(tx, services, actor, input);
  if (!judged.ok) return judged;
  const wish = judged.value;
  const held = ownHold(wish.facts.holds, input);
  const decided = decideBooking({ ...wish, hold: held ? holdOf(held) : null }, services.now);
  if (!decided.ok) return decided;
  const booked = decided.value;
  const id = await write(tx, services, actor, wish.visit.visitTypeId, booked, held);
  if (id === null) return refused("slot_taken");
  await recordMove(tx, services, actor, {
    appointmentId: id,
    event: booked.state === "requested" ? "request" : "book",
    from: booked.fromHold ? "held" : null,
    to: booked.state,
    startsAt: booked.startsAt,
    action: "appointment.booked",
    detail: { requested: booked.state === "requested" },
  });
  if (booked.state === "booked") {
    await tellPeople(tx, services, actor, {
      appointmentId: id,
      purpose: "appointment_booked",
      startsAt: booked.startsAt,
    });
  }
  return ok(await appointmentIn(tx, services, actor, id));
}

/** Writes the visit and answers its id; null when the hold was given back a moment ago. */
async function write(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  visitTypeId: string,
  booked: BookedTime,
  held: HoldRow | undefined,
): Promise<string | null> {
  const { practiceId, patientId } = actor;
  const at = fromInstant(services.now);
  if (booked.fromHold && held) {
    const { count } = await tx.appointment.updateMany({
      where: { practiceId, id: held.id, patientId, state: "held" },
      data: {
        state: booked.state,
        holdExpiresAt: null,
        bookedByPersonId: actor.personId,
        updatedAt: at,
        version: { increment: 1 },
      },
    });
    return count === 1 ? held.id : null;
  }
  const id = services.random.uuid();
  await tx.appointment.create({
    data: {
      practiceId,
      id,
      patientId,
      visitTypeId,
      state: booked.state,
      ...timeColumns(booked),
      bookedByPersonId: actor.personId,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
  return id;
}

function holdOf(held: HoldRow): Hold {
  return {
    visitTypeId: held.visitTypeId,
    practitionerId: held.practitionerId,
    locationId: held.locationId,
    chairId: held.chairId,
    startsAt: Temporal.Instant.fromEpochMilliseconds(held.startsAtMs),
    holdExpiresAt: Temporal.Instant.fromEpochMilliseconds(held.expiresAtMs),
  };
}
