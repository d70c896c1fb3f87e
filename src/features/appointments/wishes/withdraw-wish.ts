import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { nextAppointmentState } from "@/domain/appointments/appointment-state";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { bookerRole } from "../booker";
import { lockAppointment } from "../lock-appointment";
import { appointmentIn } from "../queries";
import { recordMove } from "../record-event";
import type { WithdrawRefusal } from "../refusals";
import type { AppointmentView, WithdrawRequest } from "../schema";
import { lockWish, releaseWish } from "./wished-time";

/**
 * Takes the wish for another time of a visit back; the visit stays as it is, at any hour before (R31). `no_wish`: there is
 * none, or the practice was faster with its answer.
 */
export function withdrawWish(
  services: Services,
  actor: PatientActor,
  input: WithdrawRequest,
): Promise<Result<AppointmentView, WithdrawRefusal>> {
  return inPractice(services.db, actor.practiceId, (tx) =>
    onceOnly(tx, services, actor, "POST /api/appointments/{id}/withdraw", input, () =>
      withdraw(tx, services, actor, input.id),
    ),
  );
}

async function withdraw(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  id: string,
): Promise<Result<AppointmentView, WithdrawRefusal>> {
  const { practiceId, personId } = actor;
  const standing = await lockAppointment(tx, actor, id);
  if (standing === null) return refused("not_found");
  if (!(await mayAct(tx, actor))) return refused("view_only");
  const role = bookerRole(actor);
  const wish = await lockWish(tx, practiceId, id);
  const next = nextAppointmentState(standing.state, "withdraw", role);
  if (wish === null || !next.ok) return refused("no_wish");
  await releaseWish(tx, services, practiceId, wish, { personId, role });
  await recordMove(tx, services, actor, {
    appointmentId: id,
    event: "withdraw",
    from: standing.state,
    to: next.value,
    startsAt: wish.startsAt,
    action: "appointment.move_withdrawn",
  });
  return ok(await appointmentIn(tx, services, actor, id));
}
