import type { Tx } from "@/db/client";
import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { type OfferState, offerState } from "@/domain/waiting-list/offer-rules";
import type { PatientActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import type { Services } from "@/server/services";
import { awaitingAnswer } from "./waiting-entries";

/** An offer as its patient's side knows it. */
export interface OwnOffer {
  readonly id: string;
  readonly entryId: string;
  readonly visitTypeId: string;
  /** The visit it would move; null books a new one. After a booking that stands: the visit that came of it. */
  readonly appointmentId: string | null;
  readonly practitioner: { readonly id: string; readonly name: string };
  readonly startsAt: string;
  readonly expiresAt: string;
  readonly state: OfferState;
  readonly entryIsOpen: boolean;
  /** The practice is asked about a time for this entry. */
  readonly awaitsAnswer: boolean;
}

/** One offer to this patient, or null: another's looks like one that is not there. */
export function findOffer(
  services: Services,
  actor: PatientActor,
  id: string,
): Promise<OwnOffer | null> {
  return inPractice(services.db, actor.practiceId, (tx) => offerIn(tx, services, actor, id));
}

/** The same inside a transaction. */
export async function offerIn(
  tx: Tx,
  services: Services,
  { practiceId, patientId }: PatientActor,
  id: string,
): Promise<OwnOffer | null> {
  const row = await tx.waitingListOffer.findFirst({
    where: { practiceId, id, entry: { patientId } },
    select: {
      startsAt: true,
      expiresAt: true,
      acceptedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      practitioner: { select: { id: true, name: true } },
      entry: { select: { id: true, visitTypeId: true, appointmentId: true, closedAt: true } },
    },
  });
  if (row === null) return null;
  const { entry } = row;
  const state = offerState(row, services.now);
  const awaitsAnswer = (await awaitingAnswer(tx, practiceId, [entry.id])).has(entry.id);
  // Who has asked for a visit of this type does not ask for a second one.
  const isOver = entry.closedAt !== null || (awaitsAnswer && entry.appointmentId === null);
  return {
    id,
    entryId: entry.id,
    visitTypeId: entry.visitTypeId,
    appointmentId: entry.appointmentId,
    practitioner: row.practitioner,
    startsAt: isoOf(row.startsAt.getTime()),
    expiresAt: toInstant(row.expiresAt).toString(),
    state: state === "open" && isOver ? "withdrawn" : state,
    entryIsOpen: entry.closedAt === null,
    awaitsAnswer,
  };
}
