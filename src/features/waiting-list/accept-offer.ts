import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { bookTime } from "@/features/appointments/book-appointment";
import { contendForTime, lockForTime } from "@/features/appointments/contend";
import { explainMove, explainRefusal } from "@/features/appointments/explain-refusal";
import { lockAppointment } from "@/features/appointments/lock-appointment";
import { appointmentIn } from "@/features/appointments/queries";
import { moveVisit } from "@/features/appointments/reschedule-appointment";
import type { AppointmentView } from "@/features/appointments/schema";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { findOffer, type OwnOffer, offerIn } from "./own-offer";
import type { AcceptRefusal } from "./refusals";
import type { AcceptRequest } from "./schema";
import { awaitingAnswer } from "./waiting-entries";

/**
 * Takes an offered time: moves the visit, or books one, by the rules and locks of every booking (S16), and ends the wait,
 * all or nothing; where the practice has to agree, its yes ends it. First to accept wins; to the others `slot_taken` comes
 * with `alternatives`, visit and place on the list stay. Accepting twice, or as patient and guardian, gives the one visit.
 */
export async function acceptOffer(
  services: Services,
  actor: PatientActor,
  input: AcceptRequest,
): Promise<Result<AppointmentView, AcceptRefusal>> {
  const offer = await findOffer(services, actor, input.id);
  if (offer === null) return refused("not_found");
  const wanted = wantedBy(offer);
  const { practiceId } = actor;
  const { appointmentId: visitId } = offer;
  const operation = "POST /api/waiting-list/offers/{id}/accept";
  const result = await contendForTime(services, { practiceId, ...wanted }, (tx) =>
    onceOnly(tx, services, actor, operation, input, () => accept(tx, services, actor, offer)),
  );
  return visitId === null
    ? explainRefusal(services, actor, result, wanted)
    : explainMove(services, actor, result, { ...wanted, leftOutId: visitId });
}

function wantedBy({ visitTypeId, practitioner, startsAt }: OwnOffer) {
  return { visitTypeId, practitionerId: practitioner.id, startsAt };
}

async function accept(tx: Tx, services: Services, actor: PatientActor, known: OwnOffer) {
  const { practiceId, patientId } = actor;
  const { appointmentId: visitId, practitioner } = known;
  // The visit's row first, then the time, then the list: the order of every move.
  const standing = visitId === null ? null : await lockAppointment(tx, actor, visitId);
  await lockForTime(tx, { practiceId, patientId, practitionerId: practitioner.id });
  const offer = await offerIn(tx, services, actor, known.id);
  if (offer === null) return refused("not_found");
  const takenId = offer.state === "accepted" ? await takenVisit(tx, actor, offer) : undefined;
  if (takenId !== undefined) return ok(await appointmentIn(tx, services, actor, takenId));
  if (offer.state !== "open") return refused("offer_over");
  const startsAt = Temporal.Instant.from(offer.startsAt);
  if (standing && Temporal.Instant.compare(startsAt, standing.startsAt) >= 0)
    return refused("not_earlier");
  const wanted = wantedBy(offer);
  const taken =
    visitId === null
      ? await bookTime(tx, services, actor, wanted)
      : await moveVisit(tx, services, actor, { ...wanted, leftOutId: visitId });
  if (!taken.ok) return taken;
  await settleWait(tx, services, actor, offer, taken.value);
  return taken;
}

/** The visit that came of an accepted offer; undefined once it is not at that time any more. */
async function takenVisit(
  tx: Tx,
  { practiceId, patientId }: PatientActor,
  { appointmentId, visitTypeId, practitioner, startsAt }: OwnOffer,
): Promise<string | undefined> {
  if (appointmentId !== null) return appointmentId;
  const visit = await tx.appointment.findFirst({
    where: {
      practiceId,
      patientId,
      visitTypeId,
      practitionerId: practitioner.id,
      startsAt: new Date(startsAt),
      replacesAppointmentId: null,
      state: { in: ["requested", "booked", "confirmed"] },
    },
    select: { id: true },
  });
  return visit?.id;
}

/**
 * Ends the wait; the booking may have closed the entry and withdrawn its offers already, this one was taken all the same.
 * Where the practice is asked, the entry stays for its answer, and the other offers of it go.
 */
async function settleWait(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  offer: OwnOffer,
  visit: AppointmentView,
): Promise<void> {
  const { practiceId, patientId } = actor;
  const { entryId } = offer;
  const at = fromInstant(services.now);
  await tx.waitingListOffer.update({
    where: { practiceId_id: { practiceId, id: offer.id } },
    data: { acceptedAt: at, withdrawnAt: null },
    select: { id: true },
  });
  const isAsked = (await awaitingAnswer(tx, practiceId, [entryId])).has(entryId);
  if (isAsked)
    await tx.waitingListOffer.updateMany({
      where: { practiceId, entryId, acceptedAt: null, declinedAt: null, withdrawnAt: null },
      data: { withdrawnAt: at },
    });
  else
    await tx.waitingListEntry.update({
      where: { practiceId_id: { practiceId, id: entryId } },
      data: { closedAt: at, appointmentId: visit.id },
      select: { id: true },
    });
  await recordAudit(tx, services, auditActor(actor), {
    action: "waiting_list.accepted",
    practiceId,
    objectKind: "waiting_list_offer",
    objectId: offer.id,
    patientId,
    detail: { startsAt: offer.startsAt, appointmentId: visit.id },
  });
}
