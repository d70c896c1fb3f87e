import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { nextAppointmentState } from "@/domain/appointments/appointment-state";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { recordMove } from "@/features/appointments/record-event";
import { tellPeople } from "@/features/appointments/tell-people";
import type { Services } from "@/server/services";
import { approveWish } from "./answer-wish";
import { answerRequest } from "./change-visit";
import type { ApproveRefusal } from "./refusals";
import type { ApproveRequest, DiaryVisit } from "./schema";
import { visitIn } from "./visit-rows";

/**
 * The practice says yes to a requested time, which was the patient's all along (R36): the visit is booked, or has moved
 * there and is answered in the wish's place (R31). Two at once: one is `changed`.
 */
export function approveRequest(
  services: Services,
  actor: ClinicActor,
  input: ApproveRequest,
): Promise<Result<DiaryVisit, ApproveRefusal>> {
  const { practiceId, role } = actor;
  const { id, tellPatient } = input;
  const operation = "POST /api/diary/appointments/{id}/approve";
  return answerRequest<DiaryVisit, ApproveRefusal>(services, actor, operation, input, {
    ofVisit: async (tx, standing) => {
      const { state, startsAt, endsAt, patientId } = standing;
      const next = nextAppointmentState(state, "approve", role);
      if (state !== "requested" || !next.ok) return refused("not_possible", { state });
      if (endsAt.epochMilliseconds <= services.now.epochMilliseconds)
        return refused("already_over");
      if (await isArchived(tx, practiceId, patientId)) return refused("patient_archived");
      await tx.appointment.update({
        where: { practiceId_id: { practiceId, id } },
        data: {
          state: next.value,
          // Whoever took the wish into a calendar gets the same entry, agreed.
          calendarSequence: { increment: 1 },
          version: { increment: 1 },
          updatedAt: fromInstant(services.now),
        },
        select: { id: true },
      });
      const acting = { ...actor, patientId };
      await recordMove(tx, services, acting, {
        appointmentId: id,
        event: "approve",
        from: state,
        to: next.value,
        startsAt,
        action: "appointment.approved",
      });
      if (tellPatient) {
        await tellPeople(tx, services, acting, {
          appointmentId: id,
          purpose: "appointment_booked",
          startsAt,
        });
      }
      return ok(await visitIn(tx, services, actor, id));
    },
    ofWish: async (tx, asked) =>
      (await isArchived(tx, practiceId, asked.visit.patientId))
        ? refused("patient_archived")
        : approveWish(tx, services, actor, asked, input),
  });
}

async function isArchived(tx: Tx, practiceId: string, id: string): Promise<boolean> {
  const where = { practiceId, id, archivedAt: { not: null } };
  return (await tx.patient.count({ where })) > 0;
}
