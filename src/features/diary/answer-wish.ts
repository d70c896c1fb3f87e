import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { nextAppointmentState } from "@/domain/appointments/appointment-state";
import { decideWishedMove } from "@/domain/appointments/wished-move";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { lockForTime } from "@/features/appointments/contend";
import { timeColumns } from "@/features/appointments/decide-time";
import { recordMove } from "@/features/appointments/record-event";
import { tellPeople } from "@/features/appointments/tell-people";
import { releaseWish } from "@/features/appointments/wishes/wished-time";
import type { Services } from "@/server/services";
import type { AskedMove } from "./change-visit";
import type { DiaryVisit } from "./schema";
import { visitIn } from "./visit-rows";

/**
 * The practice agrees to another time of a visit (R31, R36): in one transaction the wish makes room and the visit takes
 * its time, with the same id and history, to be confirmed anew. Answers the visit.
 */
export async function approveWish(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { visitId, visit, wish }: AskedMove,
  { tellPatient }: { readonly tellPatient: boolean },
): Promise<Result<DiaryVisit, "not_possible" | "already_over">> {
  const { practiceId, personId, role } = actor;
  const { patientId } = visit;
  const decided = decideWishedMove({ visit, wish }, role, services.now);
  if (!decided.ok) return refused(decided.reason, { state: visit.state });
  // Between the two statements nobody may look at the time.
  await lockForTime(tx, { practiceId, patientId, practitionerId: wish.practitionerId });
  await releaseWish(tx, services, practiceId, wish, { personId, role });
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id: visitId } },
    data: {
      state: decided.value,
      ...timeColumns(wish),
      calendarSequence: { increment: 1 },
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  const acting = { ...actor, patientId };
  await recordMove(tx, services, acting, {
    appointmentId: visitId,
    event: "approve",
    from: visit.state,
    to: decided.value,
    startsAt: wish.startsAt,
    action: "appointment.approved",
    detail: { from: visit.startsAt.toString() },
  });
  if (tellPatient) {
    await tellPeople(tx, services, acting, {
      appointmentId: visitId,
      purpose: "appointment_rescheduled",
      startsAt: wish.startsAt,
      previousStartsAt: visit.startsAt,
    });
  }
  return ok(await visitIn(tx, services, actor, visitId));
}

/** The practice says no to another time: the wish goes, the visit stays, and the patient is told when it is (R31). */
export async function declineWish(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { visitId, visit, wish }: AskedMove,
  { reason, tellPatient }: { readonly reason: string; readonly tellPatient: boolean },
): Promise<Result<DiaryVisit, "not_possible" | "reason_missing">> {
  const { practiceId, personId, role } = actor;
  const { patientId, state, startsAt } = visit;
  const next = nextAppointmentState(state, "decline", role);
  if (!next.ok) return refused("not_possible", { state });
  const said = reason.trim();
  if (said === "") return refused("reason_missing");
  await releaseWish(tx, services, practiceId, wish, { personId, role });
  const acting = { ...actor, patientId };
  await recordMove(tx, services, acting, {
    appointmentId: visitId,
    event: "decline",
    from: state,
    to: next.value,
    startsAt: wish.startsAt,
    reason: said,
    action: "appointment.declined",
  });
  const isAhead = startsAt.epochMilliseconds > services.now.epochMilliseconds;
  if (tellPatient && isAhead) {
    const news = { appointmentId: visitId, purpose: "appointment_kept", startsAt } as const;
    await tellPeople(tx, services, acting, news);
  }
  return ok(await visitIn(tx, services, actor, visitId));
}
