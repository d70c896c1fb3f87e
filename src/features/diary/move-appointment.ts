import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { decideDeskMove, type StandingVisit } from "@/domain/appointments/desk-time";
import { ok, type Result, refused } from "@/domain/result";
import { MINUTE_MS } from "@/domain/time/time-span";
import type { ClinicActor } from "@/features/access/actors";
import { lockForTime } from "@/features/appointments/contend";
import { timeColumns } from "@/features/appointments/decide-time";
import { release } from "@/features/appointments/holds/release-hold";
import type { LockedVisit } from "@/features/appointments/lock-appointment";
import { recordMove } from "@/features/appointments/record-event";
import { tellPeople } from "@/features/appointments/tell-people";
import { lockWish, releaseWish } from "@/features/appointments/wishes/wished-time";
import type { Services } from "@/server/services";
import { changeTime } from "./change-visit";
import { judgeTime, type WantedTime } from "./judge-time";
import type { MoveRefusal } from "./refusals";
import type { DiaryVisit, MoveRequest } from "./schema";
import { offerOthers } from "./take-time";
import { visitIn } from "./visit-rows";

/**
 * Moves or resizes a visit by the rules of booking (R31, R36, S16): same id, buffers follow, history kept, and the
 * calendar entry's sequence goes up where the patient's side of it changes. The patient's wish for another time ends with
 * the old one. Two people on one visit: `changed`.
 */
export async function moveAppointment(
  services: Services,
  actor: ClinicActor,
  input: MoveRequest,
): Promise<Result<DiaryVisit, MoveRefusal>> {
  let wanted: WantedTime | undefined;
  const operation = "POST /api/diary/appointments/{id}/move";
  const result = await changeTime<DiaryVisit, MoveRefusal>(
    services,
    actor,
    operation,
    input,
    (tx, standing) => {
      wanted = wantedBy(input, standing);
      return move(tx, services, actor, { input, standing, wanted });
    },
  );
  if (wanted === undefined) return result;
  const acting = { ...actor, patientId: wanted.patientId };
  const startsAt = wanted.startsAt.toString();
  return offerOthers(services, acting, result, { ...wanted, startsAt, leftOutId: input.id });
}

/** What is left out of the request stays as it is. */
function wantedBy(input: MoveRequest, standing: LockedVisit): WantedTime {
  const { patientId, visitTypeId } = standing;
  const lengthMs = standing.endsAt.epochMilliseconds - standing.startsAt.epochMilliseconds;
  return {
    patientId,
    visitTypeId,
    practitionerId: input.practitionerId ?? standing.practitionerId,
    chairId: input.chairId,
    startsAt: input.startsAt ? Temporal.Instant.from(input.startsAt) : standing.startsAt,
    minutes: input.minutes ?? lengthMs / MINUTE_MS,
    outsideHours: input.outsideHours,
    standing: { ...standing, id: input.id },
  };
}

interface Moving {
  readonly input: MoveRequest;
  readonly standing: LockedVisit;
  readonly wanted: WantedTime;
}

async function move(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { input, standing, wanted }: Moving,
): Promise<Result<DiaryVisit, MoveRefusal>> {
  const { practiceId } = actor;
  const { id } = input;
  const { patientId, practitionerId } = wanted;
  // The visit's row first, then the time, as the patient's own move does.
  await lockForTime(tx, { practiceId, patientId, practitionerId });
  const wish = await lockWish(tx, practiceId, id);
  const judged = await judgeTime(tx, services, actor, { ...wanted, wishId: wish?.id });
  if (!judged.ok) return judged;
  const { conflicts, ownHolds } = judged.value;
  const decided = decideDeskMove(standing, { ...judged.value, actor: actor.role }, services.now);
  if (!decided.ok) {
    if (decided.reason === "slot_taken") return refused("slot_taken", { conflicts });
    if (decided.reason === "event_not_possible" || decided.reason === "not_allowed") {
      return refused("not_possible", { state: standing.state });
    }
    return refused(decided.reason, decided.detail);
  }
  const moved = decided.value;
  await release(tx, services, actor, { id: { in: ownHolds.map((hold) => hold.id) } });
  const isElsewhen = moved.event === "reschedule";
  if (wish && isElsewhen) await releaseWish(tx, services, practiceId, wish, actor);
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      state: moved.state,
      ...timeColumns(moved),
      ...(moved.isNews && { calendarSequence: { increment: 1 } }),
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  const acting = { ...actor, patientId };
  await recordMove(tx, services, acting, {
    appointmentId: id,
    event: moved.event,
    from: standing.state,
    to: moved.state,
    startsAt: moved.startsAt,
    action: isElsewhen ? "appointment.rescheduled" : "appointment.rearranged",
    detail: {
      from: standing.startsAt.toString(),
      ...(isElsewhen ? {} : { changed: changesOf(standing, moved) }),
    },
  });
  // Who has asked and waits is told when the practice says yes; who sits in the chair knows.
  const isSettled = moved.state === "booked" || moved.state === "confirmed";
  if (input.tellPatient && moved.isNews && isSettled) {
    await tellPeople(tx, services, acting, {
      appointmentId: id,
      purpose: isElsewhen ? "appointment_rescheduled" : "appointment_changed",
      startsAt: moved.startsAt,
      ...(isElsewhen && { previousStartsAt: standing.startsAt }),
    });
  }
  return ok(await visitIn(tx, services, actor, id));
}

function changesOf(before: StandingVisit, after: StandingVisit): string[] {
  const found: [string, boolean][] = [
    ["length", !after.endsAt.equals(before.endsAt)],
    ["practitioner", after.practitionerId !== before.practitionerId],
    ["location", after.locationId !== before.locationId],
    ["chair", after.chairId !== before.chairId],
  ];
  return found.flatMap(([name, holds]) => (holds ? [name] : []));
}
