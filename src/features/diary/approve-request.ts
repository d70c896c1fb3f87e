import { fromInstant } from "@/db/time";
import { nextAppointmentState } from "@/domain/appointments/appointment-state";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { recordMove } from "@/features/appointments/record-event";
import { tellPeople } from "@/features/appointments/tell-people";
import type { Services } from "@/server/services";
import { changeVisit } from "./change-visit";
import type { ApproveRefusal } from "./refusals";
import type { ApproveRequest, DiaryVisit } from "./schema";
import { visitIn } from "./visit-rows";

/** The practice says yes to a requested time, which was the patient's all along (R36). Two at once: one is `changed`. */
export function approveRequest(
  services: Services,
  actor: ClinicActor,
  input: ApproveRequest,
): Promise<Result<DiaryVisit, ApproveRefusal>> {
  const { practiceId, role } = actor;
  const { id, tellPatient } = input;
  const operation = "POST /api/diary/appointments/{id}/approve";
  return changeVisit<DiaryVisit, ApproveRefusal>(
    services,
    actor,
    operation,
    input,
    async (tx, standing) => {
      const { state, startsAt, endsAt, patientId } = standing;
      const next = nextAppointmentState(state, "approve", role);
      if (!next.ok) return refused("not_possible", { state });
      if (endsAt.epochMilliseconds <= services.now.epochMilliseconds)
        return refused("already_over");
      const archived = await tx.patient.count({
        where: { practiceId, id: patientId, archivedAt: { not: null } },
      });
      if (archived > 0) return refused("patient_archived");
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
  );
}
