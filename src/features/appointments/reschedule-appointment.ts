import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import {
  decideReschedule,
  movesByWish,
  type RescheduledTime,
  type RescheduleRefusal as RuleRefusal,
} from "@/domain/appointments/reschedule";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { bookerRole } from "./booker";
import { contendForTime, lockForTime } from "./contend";
import { judgeWish, timeColumns } from "./decide-time";
import { explainMove } from "./explain-refusal";
import { releaseOwnHolds } from "./holds/release-hold";
import { type LockedVisit, lockAppointment } from "./lock-appointment";
import { appointmentIn, findAppointment } from "./queries";
import { recordMove } from "./record-event";
import type { ReschedulingRefusal } from "./refusals";
import type { AppointmentView, RescheduleRequest } from "./schema";
import { tellPeople } from "./tell-people";
import { type LockedWish, lockWish, releaseWish, writeWish } from "./wishes/wished-time";

/**
 * Moves a visit in one step (R31): the old time is kept until the new one is won; same id, history kept, the calendar
 * entry's sequence goes up. Where the practice has to agree, the new time becomes a wish beside the visit, which stays as
 * it is until then; a second wish takes the first one's place. Without `practitionerId` it stays with whom it is.
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
  return explainMove(services, actor, result, wanted);
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
  const former = await lockWish(tx, practiceId, id);
  await lockForTime(tx, { practiceId, patientId, practitionerId: wanted.practitionerId });
  await releaseOwnHolds(tx, services, actor, Temporal.Instant.from(wanted.startsAt));
  const byWish = movesByWish(standing.state, { actor: bookerRole(actor), visit: standing });
  const judged = await judgeWish(tx, services, actor, withoutWay(wanted, byWish, former));
  if (!judged.ok) return judged;
  // Beside a wish the visit keeps its time, which is no free one for that reason.
  if (byWish && isAt(standing, wanted)) return refused("same_time");
  if (byWish && former && isAt(former, wanted))
    return ok(await appointmentIn(tx, services, actor, id));
  const notices = { ...judged.value.notices, ...(standing.asked && { rescheduleNoticeHours: 0 }) };
  const decided = decideReschedule(standing, { ...judged.value, notices }, services.now);
  if (!decided.ok) return decided;
  const moving = { id, standing, time: decided.value, former };
  if (moving.time.event === "request") await askToMove(tx, services, actor, moving);
  else await move(tx, services, actor, moving);
  return ok(await appointmentIn(tx, services, actor, id));
}

/** What makes room for the new time: the visit itself, or the wish that a new one replaces. */
function withoutWay(wanted: Wanted, byWish: boolean, former: LockedWish | null) {
  const { leftOutId: visitId, ...time } = wanted;
  const leftOutId = byWish ? former?.id : visitId;
  return leftOutId === undefined ? time : { ...time, leftOutId };
}

function isAt(
  time: { readonly startsAt: Temporal.Instant; readonly practitionerId: string },
  wanted: Wanted,
): boolean {
  const isSame = time.startsAt.equals(Temporal.Instant.from(wanted.startsAt));
  return isSame && time.practitionerId === wanted.practitionerId;
}

interface Moving {
  readonly id: string;
  readonly standing: LockedVisit;
  readonly time: RescheduledTime;
  /** The wish that this move ends or replaces. */
  readonly former: LockedWish | null;
}

async function askToMove(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  { id, standing, time, former }: Moving,
): Promise<void> {
  const { practiceId, patientId, personId } = actor;
  const mover = { personId, role: bookerRole(actor) };
  if (former) await releaseWish(tx, services, practiceId, former, mover);
  const { visitTypeId } = standing;
  await writeWish(tx, services, mover, { practiceId, patientId, visitId: id, visitTypeId, time });
  // Whoever has the visit on a screen is told that it is not quite as they saw it.
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  await recordMove(tx, services, actor, {
    appointmentId: id,
    event: "request",
    from: standing.state,
    to: standing.state,
    startsAt: time.startsAt,
    action: "appointment.move_requested",
    detail: { from: standing.startsAt.toString() },
  });
}

async function move(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  { id, standing, time, former }: Moving,
): Promise<void> {
  const { practiceId, personId } = actor;
  const mover = { personId, role: bookerRole(actor) };
  if (former) await releaseWish(tx, services, practiceId, former, mover);
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      state: time.state,
      ...timeColumns(time),
      calendarSequence: { increment: 1 },
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  await recordMove(tx, services, actor, {
    appointmentId: id,
    event: time.event,
    from: standing.state,
    to: time.state,
    startsAt: time.startsAt,
    action: "appointment.rescheduled",
    detail: { from: standing.startsAt.toString() },
  });
  if (time.state === "booked") {
    await tellPeople(tx, services, actor, {
      appointmentId: id,
      purpose: "appointment_rescheduled",
      startsAt: time.startsAt,
      previousStartsAt: standing.startsAt,
    });
  }
}
