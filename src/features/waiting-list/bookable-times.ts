import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { BookableVisit } from "@/domain/appointments/booking";
import type { FreeTime } from "@/domain/appointments/free-times";
import { bookingLeadMinutes } from "@/domain/appointments/notice";
import { daysSpan } from "@/domain/time/practice-day";
import { bookableVisit, freeTimesFor, isoOf } from "@/features/appointments/free-times";
import { timeFactsIn } from "@/features/appointments/time-facts";
import type { Services } from "@/server/services";
import type { WaitingEntry } from "./waiting-entries";

interface Bookable {
  readonly times: readonly FreeTime[];
  readonly visit: BookableVisit;
  /** Nothing can be booked closer than this. */
  readonly leadMinutes: number;
}

/** What somebody who waits could book themselves on these days, their own visit out of the way: the rule of R29. */
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
    leftOutId: entry.appointmentId,
  });
  const visit = bookableVisit(facts);
  if (visit === null || !visit.bookableOnline) return null;
  const as = { zone: practice.zone, role: "patient" } as const;
  return {
    times: freeTimesFor(services, as, facts, range),
    visit,
    leadMinutes: bookingLeadMinutes("patient", visit, facts.settings),
  };
}
