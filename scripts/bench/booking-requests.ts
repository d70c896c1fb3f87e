import { Agent } from "node:http";
import { benchId } from "./bench-id";
import { barePlace, halfHoursFrom, inParallel, timesOf } from "./bookings";
import { type Compared, compare } from "./load";
import { postOver } from "./post-over";
import { type Bench, BOOKED_PRACTICE } from "./seed";

/** What the bare inserts of this process never reach: their times begin with the first morning. */
const YEARS_AWAY_MS = 5 * 365 * 86_400_000;

/**
 * Bookings a second over HTTP, 16 at once on distinct times of 16 orthodontists, each with its patient's session, against a
 * bare Next route that inserts the same row (experience.md, "Speed").
 */
export function compareBookingRequests(
  portal: string,
  bare: string,
  { bookingTokens, mornings }: Bench,
): Promise<Compared> {
  // From the last time backwards: the bookings inside this process begin with the first.
  const times = timesOf(mornings).toReversed();
  const first = times.at(-1) ?? 0;
  const agent = new Agent({ keepAlive: true });
  return compare(
    inParallel(async (worker, n) => {
      const startMs = times[n];
      if (startMs === undefined) throw new Error("the bench has no times left");
      const body = {
        visitTypeId: benchId(BOOKED_PRACTICE, "visit-type"),
        practitionerId: benchId(BOOKED_PRACTICE, "practitioner", 1 + worker),
        startsAt: new Date(startMs).toISOString(),
      };
      const cookie = `archway-session=${bookingTokens[worker % bookingTokens.length] ?? ""}`;
      await postOver(agent, `${portal}/api/appointments`, body, { cookie });
    }),
    inParallel(async (worker, n) => {
      const startMs = halfHoursFrom(first + YEARS_AWAY_MS, n);
      const startsAt = new Date(startMs).toISOString();
      await postOver(agent, `${bare}/bookings`, { ...barePlace(worker), startsAt }, {});
    }),
  );
}
