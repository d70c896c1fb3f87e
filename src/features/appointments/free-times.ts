import type { Temporal } from "temporal-polyfill";
import type { BookableVisit } from "@/domain/appointments/booking";
import { type FreeTime, freeTimes } from "@/domain/appointments/free-times";
import { bookingLeadMinutes } from "@/domain/appointments/notice";
import type { PractitionerTimes, VisitRules } from "@/domain/appointments/practice-times";
import { daysSpan } from "@/domain/time/practice-day";
import type { TimeSpan } from "@/domain/time/time-span";
import type { Services } from "@/server/services";
import { guardianOf, type VisitActor, visitRole } from "./booker";
import type { TimeFacts, TimeFactsWish } from "./time-facts";
import { startModeOf, workingHoursOf } from "./working-hours";

export interface DayRange {
  readonly fromOn: Temporal.PlainDate;
  readonly toOn: Temporal.PlainDate;
}

interface Asked extends DayRange {
  readonly visitTypeId: string | null;
  readonly practitionerId: string | null;
  readonly leftOutId?: string | null;
}

/** The question of `timeFacts` for whoever acts for a patient. */
export function askedBy(services: Services, actor: VisitActor, asked: Asked): TimeFactsWish {
  const { startMs, endMs } = daysSpan(actor.zone, asked.fromOn, asked.toOn);
  return {
    practiceId: actor.practiceId,
    patientId: actor.patientId,
    guardianPersonId: guardianOf(actor),
    visitTypeId: asked.visitTypeId,
    practitionerId: asked.practitionerId,
    fromOn: asked.fromOn.toString(),
    toOn: asked.toOn.toString(),
    fromAt: isoOf(startMs),
    toAt: isoOf(endMs),
    nowAt: services.now.toString(),
    leftOutId: asked.leftOutId ?? null,
  };
}

/** Free times out of the facts, by the rule (R29). */
export function freeTimesOf(
  services: Services,
  actor: VisitActor,
  facts: TimeFacts,
  range: DayRange,
): FreeTime[] {
  return freeTimesFor(services, { zone: actor.zone, role: visitRole(actor) }, facts, range);
}

/** The same where nobody acts: times somebody in that role could book. */
export function freeTimesFor(
  services: Pick<Services, "now">,
  { zone, role }: { readonly zone: string; readonly role: ReturnType<typeof visitRole> },
  facts: TimeFacts,
  range: DayRange,
): FreeTime[] {
  const { settings } = facts;
  const visit = bookableVisit(facts);
  if (visit === null || facts.visit === null) return [];
  const rules: VisitRules = {
    ...visit,
    start: startModeOf(settings),
    leadMinutes: bookingLeadMinutes(role, visit, settings),
    needsChair: facts.chairs.length > 0,
    dailyLimit: facts.visit.dailyLimit,
  };
  return freeTimes({
    zone,
    ...range,
    now: services.now,
    visit: rules,
    locations: facts.locations.map(({ id, hours }) => ({ id, weeklyHours: hours })),
    practitioners: facts.practitioners.map(practitionerTimes),
    chairs: facts.chairs.map(({ id, locationId, busy }) => ({ id, locationId, busy: spans(busy) })),
    closures: facts.closures,
  });
}

/** The visit's rules with the practice's own gap and, where the type has none, its horizon. */
export function bookableVisit({ visit, settings }: TimeFacts): BookableVisit | null {
  if (visit === null) return null;
  return {
    visitTypeId: visit.id,
    minutes: visit.minutes,
    bufferBeforeMinutes: visit.bufferBeforeMinutes,
    bufferAfterMinutes: visit.bufferAfterMinutes,
    gapMinutes: settings.minimumGapMinutes,
    leadMinutes: visit.leadMinutes,
    horizonDays: visit.horizonDays ?? settings.horizonDays,
    needsApproval: visit.needsApproval,
    bookableOnline: visit.bookableOnline,
  };
}

function practitionerTimes(row: TimeFacts["practitioners"][number]): PractitionerTimes {
  return {
    id: row.id,
    ...workingHoursOf(row),
    breaks: [],
    timeOff: row.absences,
    busy: spans(row.busy),
    sameTypeStartsAtMs: row.sameTypeStarts ?? [],
  };
}

function spans(busy: TimeFacts["chairs"][number]["busy"]): TimeSpan[] {
  if (busy === null) return [];
  return busy.from.map((startMs, index) => ({ startMs, endMs: busy.until[index] ?? startMs }));
}

/** `2026-03-10T09:00:00Z`, without the milliseconds that no visit has. */
export function isoOf(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(".000Z", "Z");
}
