import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { nextAppointmentState } from "@/domain/appointments/appointment-state";
import { visitLinkState } from "@/domain/reminders/visit-link";
import { ok, type Result, refused } from "@/domain/result";
import { lockAppointment } from "@/features/appointments/lock-appointment";
import { recordMoveBy } from "@/features/appointments/record-event";
import { type FoundVisitLink, findVisitLink } from "@/features/people/visit-link-token";
import type { Services } from "@/server/services";
import type { ConfirmVisitRefusal } from "./refusals";
import { linkHolder, reminderOf } from "./visit-link";

type Confirmed = Result<{ state: "confirmed" }, ConfirmVisitRefusal>;

/**
 * "I will come", by the link of a reminder and without a login (R35). Said again, from here or another device, it stays
 * so. The link confirms the time it was sent for and no other.
 */
export async function confirmVisit(
  services: Services,
  _visitor: unknown,
  { token }: { readonly token: string },
): Promise<Confirmed> {
  const link = await findVisitLink(services, token);
  if (!link) return refused("link_unknown");
  return inPractice(services.db, link.practiceId, (tx) => confirm(tx, services, link));
}

async function confirm(tx: Tx, services: Services, link: FoundVisitLink): Promise<Confirmed> {
  const { practiceId, patientId } = link;
  const reminder = await reminderOf(tx, link);
  const standing = reminder && (await lockAppointment(tx, link, reminder.appointmentId));
  const holder = standing && (await linkHolder(tx, link));
  if (!reminder || !standing || !holder) return refused("link_unknown");
  if (!holder.mayAct) return refused("view_only");
  const state = visitLinkState(reminder, standing, services.now);
  if (state === "confirmed") return ok({ state });
  const next = nextAppointmentState(standing.state, "confirm", holder.role);
  if (state !== "open" || !next.ok) return refused(state === "open" ? "over" : state);
  const id = reminder.appointmentId;
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id } },
    data: {
      state: next.value,
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  const { role, personId, loginId } = holder;
  const audit = {
    role,
    ...(personId !== null && { personId }),
    ...(loginId !== null && { loginId }),
  };
  await recordMoveBy(
    tx,
    services,
    { practiceId, patientId, personId, role, audit },
    {
      appointmentId: id,
      event: "confirm",
      from: standing.state,
      to: next.value,
      startsAt: standing.startsAt,
      action: "appointment.confirmed",
      detail: { how: "reminder_link", channel: reminder.channel },
    },
  );
  return ok({ state: "confirmed" });
}
