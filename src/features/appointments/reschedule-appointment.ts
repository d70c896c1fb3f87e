import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import {
  decideReschedule,
  type RescheduleRefusal as RuleRefusal,
} from "@/domain/appointments/reschedule";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { contendForTime, lockForTime } from "./contend";
import { judgeWish, timeColumns } from "./decide-time";
import { explainRefusal } from "./explain-refusal";
import { lockAppointment } from "./lock-appointment";
import { appointmentIn, findAppointment } from "./queries";
import { recordMove } from "./record-event";
import type { ReschedulingRefusal } from "./refusals";
import { releaseOwnHolds } from "./release-hold";
import type { AppointmentView, RescheduleRequest } from "./schema";
import { tellPeople } from "./tell-people";

/**
 * Moves a visit in one step (R31): the old time is kept until the new one is won; same id, history kept, the calendar
 * entry's sequence goes up. Without `practitionerId` the visit stays with whom it is.
 */
export async function rescheduleAppointment(
  services: Services,
  actor: PatientActor,
  input: RescheduleRequest,
): Promise<Result<AppointmentView, ReschedulingRefusal>> {
  const standing = await findAppointment(services, actor, input.id);
  if (standing === null) return refused("not_found");
  const wanted = {
    visitTypeId: standing.visitType.id,
    practitionerId: input.practitionerId ?? standing.practitioner.id,
    startsAt: input.startsAt,
    leftOutId: standing.id,
  };
  const { practiceId } = actor;
  const result = await contendForTime(services, { practiceId, ...wanted }, (tx) =>
    onceOnly(tx, services, actor, "POST /api/appointments/{id}/reschedule", input, () =>
      moveVisit(tx, services, actor, wanted),
    ),
  );
  return explainRefusal(services, actor, result, wanted);
}

interface Wanted {
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly startsAt: string;
  readonly leftOutId: string;
}

/** The move itself, in the caller's transaction under `contendForTime`. */
export async function moveVisit(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  wanted: Wanted,
): Promise<Result<AppointmentView, RuleRefusal | "not_found" | "view_only">> {
  const { practiceId, patientId } = actor;
  const id = wanted.leftOutId;
  // The visit's row first, then the time: a cancellation that waits for the row holds no lock we wait for.
  const standing = await lockAppointment(tx, actor, id);
  if (standing === null) return refused("not_found");
  await lockForTime(tx, { practiceId, patientId, practitionerId: wanted.practitionerId });
  await releaseOwnHolds(tx, services, actor, Temporal.Instant.from(wanted.startsAt));
  const judged = await judgeWish(tx, services, actor, wanted);
  if (!judged.ok) return judged;
  const notices = { ...judged.value.notices, ...(standing.asked && { rescheduleNoticeHours: 0 }) };
  const decided = decideReschedule(standing, { ...judged.value, notices }, services.now);
  if (!decided.ok) return decided;
  const moved = decided.value;
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      state: moved.state,
      ...timeColumns(moved),
      calendarSequence: { increment: 1 },
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  await recordMove(tx, services, actor, {
    appointmentId: id,
    event: moved.event,
    from: standing.state,
    to: moved.state,
    startsAt: moved.startsAt,
    action: "appointment.rescheduled",
    detail: { from: standing.startsAt.toString() },
  });
  if (moved.state === "booked") {
    await tellPeople(tx, services, actor, {
      appointmentId: id,
      purpose: "appointment_rescheduled",
      startsAt: moved.startsAt,
      previousStartsAt: standing.startsAt,
    });
  }
  return ok(await appointmentIn(tx, services, actor, id));
}
