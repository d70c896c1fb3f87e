import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { nextAppointmentState } from "@/domain/appointments/appointment-state";
import { decideCancellation } from "@/domain/appointments/cancellation";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { LockedVisit } from "@/features/appointments/lock-appointment";
import { recordMove } from "@/features/appointments/record-event";
import { tellPeople } from "@/features/appointments/tell-people";
import type { Services } from "@/server/services";
import { declineWish } from "./answer-wish";
import { answerRequest, changeVisit } from "./change-visit";
import type { CancelRefusal } from "./refusals";
import type { CancelRequest, DeclineRequest, DiaryVisit } from "./schema";
import { visitIn } from "./visit-rows";

/** The practice cancels a visit with a reason (R32: no window binds it); its time is free again at once. */
export function cancelByPractice(
  services: Services,
  actor: ClinicActor,
  input: CancelRequest,
): Promise<Result<DiaryVisit, CancelRefusal>> {
  return changeVisit(
    services,
    actor,
    "POST /api/diary/appointments/{id}/cancel",
    input,
    (tx, standing) => end(tx, services, actor, { ...input, standing, event: "cancel" }),
  );
}

/** The practice says no to a requested time, with a reason (R36): the patient is asked to choose another, or keeps the visit. */
export function declineRequest(
  services: Services,
  actor: ClinicActor,
  input: DeclineRequest,
): Promise<Result<DiaryVisit, CancelRefusal>> {
  const operation = "POST /api/diary/appointments/{id}/decline";
  return answerRequest(services, actor, operation, input, {
    ofVisit: (tx, standing) => end(tx, services, actor, { ...input, standing, event: "decline" }),
    ofWish: (tx, asked) => declineWish(tx, services, actor, asked, input),
  });
}

interface Ending extends CancelRequest {
  readonly standing: LockedVisit;
  readonly event: "cancel" | "decline";
}

async function end(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id, reason, tellPatient, standing, event }: Ending,
): Promise<Result<DiaryVisit, "not_possible" | "reason_missing">> {
  const { practiceId, role } = actor;
  const { state, startsAt } = standing;
  const follows = nextAppointmentState(state, event, role).ok;
  // The no to a wish is `declineWish`; a visit that stands is never declined.
  if (!follows || (event === "decline" && state !== "requested")) {
    return refused("not_possible", { state });
  }
  const notices = await tx.practiceSettings.findUniqueOrThrow({
    where: { practiceId },
    select: { cancelNoticeHours: true },
  });
  const decided = decideCancellation(standing, { actor: role, reason, notices }, services.now);
  if (!decided.ok) {
    const isMissing = decided.reason === "reason_missing";
    return isMissing ? refused("reason_missing") : refused("not_possible", { state });
  }
  const cancelled = decided.value;
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      state: cancelled.state,
      cancelledBy: role,
      cancelReason: cancelled.reason,
      cancelledLate: cancelled.late,
      calendarSequence: { increment: 1 },
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  const acting = { ...actor, patientId: standing.patientId };
  const isDecline = event === "decline";
  await recordMove(tx, services, acting, {
    appointmentId: id,
    event,
    from: state,
    to: cancelled.state,
    startsAt,
    reason: cancelled.reason,
    action: isDecline ? "appointment.declined" : "appointment.cancelled",
    detail: { late: cancelled.late },
  });
  const isAhead = startsAt.epochMilliseconds > services.now.epochMilliseconds;
  if (tellPatient && isAhead) {
    const wasRequest = state === "requested";
    await tellPeople(tx, services, acting, {
      appointmentId: id,
      purpose: wasRequest ? "appointment_declined" : "appointment_cancelled",
      startsAt,
    });
  }
  return ok(await visitIn(tx, services, actor, id));
}
