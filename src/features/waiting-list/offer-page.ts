import { Temporal } from "temporal-polyfill";
import { findFreeTime } from "@/domain/appointments/free-times";
import type { PatientActor } from "@/features/access/actors";
import { findAppointment } from "@/features/appointments/queries";
import type { AppointmentView } from "@/features/appointments/schema";
import { offeredTimes } from "@/features/appointments/slot-queries";
import type { Services } from "@/server/services";
import { findOffer, type OwnOffer } from "./own-offer";

export interface OfferPage {
  readonly offer: OwnOffer;
  /** The visit it would move. */
  readonly visit: AppointmentView | null;
  /** `gone`: somebody was faster. */
  readonly is: OwnOffer["state"] | "gone";
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
  if (offer.state !== "open") return { offer, visit, is: offer.state };
  const startsAt = Temporal.Instant.from(offer.startsAt);
  if (visit && Temporal.Instant.compare(startsAt, Temporal.Instant.from(visit.startsAt)) >= 0)
    return { offer, visit, is: "withdrawn" };
  const on = startsAt.toZonedDateTimeISO(actor.zone).toPlainDate();
  const times = await offeredTimes(services, actor, {
    visitTypeId: offer.visitTypeId,
    practitionerId: offer.practitioner.id,
    from: on.toString(),
    to: on.add({ days: 1 }).toString(),
    ...(appointmentId !== null && { leftOutId: appointmentId }),
  });
  const isFree =
    times.ok && findFreeTime(times.value.times, startsAt, offer.practitioner.id) !== undefined;
  return { offer, visit, is: isFree ? "open" : "gone" };
}
