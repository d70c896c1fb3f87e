import { Temporal } from "temporal-polyfill";

/** So many are asked at once about one freed time; the first to accept has it (R35). */
export const OFFERED_AT_ONCE = 5;
/** So long those who were asked are alone with it before the next are. */
export const NEXT_ROUND_MINUTES = 120;
/** Nobody is written to more often in one day of the practice. */
export const OFFERS_A_DAY = 3;
const OFFER_STANDS_HOURS = 24;

/** Until when an offer can be accepted: a day, or until the time itself can no longer be booked. */
export function offerExpiresAt(
  now: Temporal.Instant,
  startsAt: Temporal.Instant,
  leadMinutes: number,
): Temporal.Instant {
  const latest = startsAt.subtract({ minutes: leadMinutes });
  const usual = now.add({ hours: OFFER_STANDS_HOURS });
  return Temporal.Instant.compare(latest, usual) < 0 ? latest : usual;
}

/** When the practice's day of an instant began: what "a day" of offers counts from. */
export function dayBeganAt(now: Temporal.Instant, zone: string): Temporal.Instant {
  return now.toZonedDateTimeISO(zone).startOfDay().toInstant();
}

/** What became of an offer, from its facts. `open` does not promise that the time is still free. */
export type OfferState = "open" | "accepted" | "declined" | "withdrawn" | "expired";

export function offerState(
  offer: {
    readonly acceptedAt: Date | null;
    readonly declinedAt: Date | null;
    readonly withdrawnAt: Date | null;
    readonly expiresAt: Date;
  },
  now: Temporal.Instant,
): OfferState {
  if (offer.acceptedAt) return "accepted";
  if (offer.declinedAt) return "declined";
  if (offer.withdrawnAt) return "withdrawn";
  return offer.expiresAt.getTime() <= now.epochMilliseconds ? "expired" : "open";
}
