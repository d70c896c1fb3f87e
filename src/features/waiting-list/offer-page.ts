import { Temporal } from "temporal-polyfill";
import { findFreeTime } from "@/domain/appointments/free-times";
import type { PatientActor } from "@/features/access/actors";
import { findAppointment } from "@/features/appointments/queries";
import type { AppointmentView } from "@/features/appointments/schema";
import { offeredTimes } from "@/features/appointments/slot-queries";
import { leftOutOfMove } from "@/features/appointments/wishes/wished-time";
import type { Services } from "@/server/services";
import { findOffer, type OwnOffer } from "./own-offer";

export interface OfferPage {
  readonly offer: OwnOffer;
  /** The visit it would move. */
  readonly visit: AppointmentView | null;
  /** `gone`: somebody was faster. `asked`: accepted, and the practice has to agree; `refused`: it did not. */
  readonly is: OwnOffer["state"] | "gone" | "asked" | "refused";
  /** Accepting it asks the practice for its yes. */
  readonly needsApproval: boolean;
}

/** An offer as it stands at this moment, or null for another's. */
export async function offerPage(
  services: Services,
  actor: PatientActor,
  id: string,
): Promise<OfferPage | null> {
  const offer = await findOffer(services, actor, id);
  if (offer === null) return null;
  const { appointmentId } = offer;
  const visit =
    appointmentId === null ? null : await findAppointment(services, actor, appointmentId);
  const over = { offer, visit, needsApproval: false } as const;
  if (offer.state === "accepted" && offer.entryIsOpen)
    return { ...over, is: offer.awaitsAnswer ? "asked" : "refused" };
  if (offer.state !== "open") return { ...over, is: offer.state };
  const startsAt = Temporal.Instant.from(offer.startsAt);
  if (visit && Temporal.Instant.compare(startsAt, Temporal.Instant.from(visit.startsAt)) >= 0)
    return { ...over, is: "withdrawn" };
  const on = startsAt.toZonedDateTimeISO(actor.zone).toPlainDate();
  const leftOutId =
    appointmentId === null
      ? undefined
      : await leftOutOfMove(services, actor.practiceId, appointmentId);
  const times = await offeredTimes(services, actor, {
    visitTypeId: offer.visitTypeId,
    practitionerId: offer.practitioner.id,
    from: on.toString(),
    to: on.add({ days: 1 }).toString(),
    ...(leftOutId !== undefined && { leftOutId }),
  });
  if (!times.ok) return { ...over, is: "gone" };
  const isFree = findFreeTime(times.value.times, startsAt, offer.practitioner.id) !== undefined;
  const needsApproval =
    visit?.state !== "requested" && times.value.facts.visit?.needsApproval === true;
  return { offer, visit, is: isFree ? "open" : "gone", needsApproval };
}
