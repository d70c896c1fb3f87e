import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import {
  decideCancellation,
  type CancellationRefusal as RuleRefusal,
} from "@/domain/appointments/cancellation";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { bookerRole } from "./booker";
import { explainRefusal } from "./explain-refusal";
import { lockAppointment } from "./lock-appointment";
import { appointmentIn } from "./queries";
import { recordMove } from "./record-event";
import type { CancellingRefusal } from "./refusals";
import type { AppointmentView, CancelRequest } from "./schema";
import { tellPeople } from "./tell-people";

/** Cancels a visit with a reason (R32); its time is free again at once. Inside the window: `too_late` with `phone`. */
export async function cancelAppointment(
  services: Services,
  actor: PatientActor,
  input: CancelRequest,
): Promise<Result<AppointmentView, CancellingRefusal>> {
  const result = await inPractice(services.db, actor.practiceId, (tx) =>
    onceOnly(tx, services, actor, "POST /api/appointments/{id}/cancel", input, () =>
      cancel(tx, services, actor, input),
    ),
  );
  return explainRefusal(services, actor, result, null);
}

async function cancel(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  { id, reason }: CancelRequest,
): Promise<Result<AppointmentView, RuleRefusal | "not_found" | "view_only">> {
  const { practiceId } = actor;
  const standing = await lockAppointment(tx, actor, id);
  if (standing === null) return refused("not_found");
  if (!(await mayAct(tx, actor))) return refused("view_only");
  const notices = await tx.practiceSettings.findUniqueOrThrow({
    where: { practiceId },
    select: { cancelNoticeHours: true },
  });
  const decided = decideCancellation(
    standing,
    { actor: bookerRole(actor), reason, notices },
    services.now,
  );
  if (!decided.ok) return decided;
  const { late, state } = decided.value;
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      state,
      cancelledBy: bookerRole(actor),
      cancelReason: decided.value.reason,
      cancelledLate: late,
      calendarSequence: { increment: 1 },
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  await recordMove(tx, services, actor, {
    appointmentId: id,
    event: "cancel",
    from: standing.state,
    to: state,
    startsAt: standing.startsAt,
    reason: decided.value.reason,
    action: "appointment.cancelled",
    detail: { late },
  });
  await tellPeople(tx, services, actor, {
    appointmentId: id,
    purpose: "appointment_cancelled",
    startsAt: standing.startsAt,
  });
  return ok(await appointmentIn(tx, services, actor, id));
}
