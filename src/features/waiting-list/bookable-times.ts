import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { BookableVisit } from "@/domain/appointments/booking";
import type { FreeTime } from "@/domain/appointments/free-times";
import { bookingLeadMinutes } from "@/domain/appointments/notice";
import { daysSpan } from "@/domain/time/practice-day";
import { mergedSpans, overlapsAny, type TimeSpan } from "@/domain/time/time-span";
import { bookableVisit, freeTimesFor, isoOf } from "@/features/appointments/free-times";
import { timeFactsIn } from "@/features/appointments/time-facts";
import { leftOutOfMoveIn } from "@/features/appointments/wishes/wished-time";
import type { Services } from "@/server/services";
import type { WaitingEntry } from "./waiting-entries";

interface Bookable {
  readonly times: readonly FreeTime[];
  readonly visit: BookableVisit;
  /** Nothing can be booked closer than this. */
  readonly leadMinutes: number;
}

/**
 * What somebody who waits could book themselves on these days, the visit that would move out of the way: the rule of R29.
 * Never a time at which they have another visit.
 */
export async function bookableTimes(
  tx: Tx,
  services: Services,
  practice: { readonly id: string; readonly zone: string },
  entry: WaitingEntry,
  range: { readonly fromOn: Temporal.PlainDate; readonly toOn: Temporal.PlainDate },
): Promise<Bookable | null> {
  const { startMs, endMs } = daysSpan(practice.zone, range.fromOn, range.toOn);
  const facts = await timeFactsIn(tx, {
    practiceId: practice.id,
    patientId: entry.patientId,
    guardianPersonId: null,
    visitTypeId: entry.visitTypeId,
    practitionerId: entry.wish.practitionerId,
    fromOn: range.fromOn.toString(),
    toOn: range.toOn.toString(),
    fromAt: isoOf(startMs),
    toAt: isoOf(endMs),
    nowAt: services.now.toString(),
    leftOutId: entry.appointmentId && (await leftOutOfMoveIn(tx, practice.id, entry.appointmentId)),
  });
  const visit = bookableVisit(facts);
  if (visit === null || !visit.bookableOnline) return null;
  const as = { zone: practice.zone, role: "patient" } as const;
  const own = await otherVisits(tx, practice.id, entry, { startMs, endMs });
  return {
    times: freeTimesFor(services, as, facts, range).filter(
      ({ startsAtMs, endsAtMs }) => !overlapsAny(own, startsAtMs, endsAtMs),
    ),
    visit,
    leadMinutes: bookingLeadMinutes("patient", visit, facts.settings),
  };
}

/** When the patient is at the practice already, with anybody; the visit that would move and its wish do not count. */
async function otherVisits(
  tx: Tx,
  practiceId: string,
  { patientId, appointmentId }: WaitingEntry,
  span: TimeSpan,
): Promise<TimeSpan[]> {
  const rows = await tx.appointment.findMany({
    where: {
      practiceId,
      patientId,
      state: { in: ["requested", "booked", "confirmed", "arrived", "in_chair"] },
      startsAt: { lt: new Date(span.endMs) },
      endsAt: { gt: new Date(span.startMs) },
    },
    select: { id: true, replacesAppointmentId: true, startsAt: true, endsAt: true },
  });
  const others = rows.filter(
    (row) => appointmentId === null || (row.replacesAppointmentId ?? row.id) !== appointmentId,
  );
  return mergedSpans(
    others.map(({ startsAt, endsAt }) => ({
      startMs: startsAt.getTime(),
      endMs: endsAt.getTime(),
    })),
  );
}
