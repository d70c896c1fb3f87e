import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { freeTimes } from "@/domain/appointments/free-times";
import { bookingLeadMinutes } from "@/domain/appointments/notice";
import { ok, type Result, refused } from "@/domain/result";
import { daysSpan } from "@/domain/time/practice-day";
import { DAY_MS } from "@/domain/time/time-span";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import { startModeOf } from "@/features/appointments/working-hours";
import { locationTimes, practitionerTimes } from "@/features/diary/diary-facts";
import type { Services } from "@/server/services";
import { applyChange, type ChangeRefusal } from "./apply-change";
import { comingVisits, displacedBy } from "./displaced";
import type { PreviewRequest, TimesChange, TimesPreview } from "./schema";
import { type DaysAsked, daysAhead, type TimesFacts, timesFactsIn } from "./times-facts";

const SHOWN = 100;

/**
 * What a change would do, with nothing saved (R29): the free times of a week as patients would find them, before and
 * after, by the rule that offers them, and the booked visits it would put in the way.
 */
export function previewTimes(
  services: Services,
  actor: ClinicActor,
  { change, view }: PreviewRequest,
): Promise<Result<TimesPreview, ChangeRefusal>> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const before = await timesFactsIn(tx, actor, daysAhead(services, actor.zone));
    const after = applyChange(before, change, actor.zone);
    if (!after.ok) return after;
    const visits = await comingVisits(tx, services, actor.practiceId);
    const displaced = displacedBy(services, actor, visits, before, after.value);
    const days =
      view && (await weekOf(tx, services, actor, { change, view, before, after: after.value }));
    if (days === undefined) return refused("not_found");
    return ok({
      days: days ?? [],
      timeZone: actor.zone,
      displaced: displaced.slice(0, SHOWN).map((visit) => ({
        id: visit.id,
        startsAt: isoOf(visit.startMs),
        patient: visit.patient,
        practitioner: visit.practitioner,
        visitType: visit.visitType,
      })),
      displacedCount: displaced.length,
    });
  });
}

interface Look {
  readonly change: TimesChange;
  readonly view: NonNullable<PreviewRequest["view"]>;
  readonly before: TimesFacts;
  readonly after: TimesFacts;
}

/** The free times of the looked-at week before and after; undefined for who or what is not the practice's. */
async function weekOf(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { change, view, before, after }: Look,
): Promise<TimesPreview["days"] | undefined> {
  const { practitionerId, weekOn } = view;
  const visitTypeId = change.kind === "visit_type" ? (change.id ?? "") : view.visitTypeId;
  if (visitTypeId === null || !before.hours.practitioners.some(isCalled(practitionerId)))
    return undefined;
  const fromOn = Temporal.PlainDate.from(weekOn);
  const week = { fromOn, toOn: fromOn.add({ days: 7 }) };
  const online = await tx.practitioner.count({
    where: { practiceId: actor.practiceId, id: practitionerId, acceptsOnlineBookings: true },
  });
  if (online === 0) return daysOf(week, actor.zone, [], []);
  const taken = await takenIn(tx, services, actor, week);
  const wish = { practitionerId, visitTypeId, week, taken };
  const starts = (facts: TimesFacts) => startsOf(services, actor, facts, wish);
  return daysOf(week, actor.zone, starts(before), starts(after));
}

const isCalled =
  (id: string) =>
  (one: { readonly id: string }): boolean =>
    one.id === id;

interface TakenRow {
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly chairId: string | null;
  readonly startsAt: Date;
  readonly practitionerBusyFromAt: Date;
  readonly practitionerBusyUntilAt: Date;
  readonly chairBusyFromAt: Date;
  readonly chairBusyUntilAt: Date;
}

interface Wish {
  readonly practitionerId: string;
  readonly visitTypeId: string;
  readonly week: DaysAsked;
  readonly taken: readonly TakenRow[];
}

/** Real visits and live holds of the week; a visit is 8 hours long at most, with a few of buffers. */
function takenIn(
  tx: Tx,
  services: Services,
  { practiceId, zone }: ClinicActor,
  { fromOn, toOn }: DaysAsked,
): Promise<TakenRow[]> {
  const { startMs, endMs } = daysSpan(zone, fromOn, toOn);
  return tx.appointment.findMany({
    where: {
      practiceId,
      startsAt: { gte: new Date(startMs - DAY_MS), lt: new Date(endMs + DAY_MS) },
      OR: [
        {
          state: { in: ["requested", "booked", "confirmed", "arrived", "in_chair", "completed"] },
        },
        { state: "held", holdExpiresAt: { gt: fromInstant(services.now) } },
      ],
    },
    select: {
      visitTypeId: true,
      practitionerId: true,
      chairId: true,
      startsAt: true,
      practitionerBusyFromAt: true,
      practitionerBusyUntilAt: true,
      chairBusyFromAt: true,
      chairBusyUntilAt: true,
    },
  });
}

/** Starts that patients would be offered, in epoch ms. */
function startsOf(services: Services, actor: ClinicActor, facts: TimesFacts, wish: Wish): number[] {
  const { hours, rules } = facts;
  const type = facts.types.find(isCalled(wish.visitTypeId));
  const practitioner = hours.practitioners.find(isCalled(wish.practitionerId));
  if (!type || !practitioner || !type.bookableOnline || type.archived) return [];
  if (!type.practitionerIds.includes(wish.practitionerId)) return [];
  const own = wish.taken.filter((row) => row.practitionerId === wish.practitionerId);
  const found = freeTimes({
    zone: actor.zone,
    ...wish.week,
    now: services.now,
    visit: {
      minutes: type.minutes,
      bufferBeforeMinutes: type.bufferBeforeMinutes,
      bufferAfterMinutes: type.bufferAfterMinutes,
      gapMinutes: rules.minimumGapMinutes,
      start: startModeOf(rules),
      leadMinutes: bookingLeadMinutes("patient", type, rules),
      horizonDays: type.horizonDays ?? rules.horizonDays,
      needsChair: hours.chairs.length > 0,
      dailyLimit: type.dailyLimit,
    },
    locations: locationTimes(hours),
    practitioners: [
      {
        ...practitionerTimes(practitioner),
        busy: own.map((row) => ({
          startMs: row.practitionerBusyFromAt.getTime(),
          endMs: row.practitionerBusyUntilAt.getTime(),
        })),
        sameTypeStartsAtMs: own
          .filter((row) => row.visitTypeId === type.id)
          .map((row) => row.startsAt.getTime()),
      },
    ],
    chairs: hours.chairs.map(({ id, locationId }) => ({
      id,
      locationId,
      busy: wish.taken
        .filter((row) => row.chairId === id)
        .map((row) => ({
          startMs: row.chairBusyFromAt.getTime(),
          endMs: row.chairBusyUntilAt.getTime(),
        })),
    })),
    closures: hours.closures,
  });
  return found.map(({ startsAtMs }) => startsAtMs);
}

function daysOf(
  { fromOn, toOn }: DaysAsked,
  zone: string,
  before: readonly number[],
  after: readonly number[],
): TimesPreview["days"] {
  const [was, will] = [new Set(before), new Set(after)];
  const all = [...new Set([...before, ...after])].sort((one, other) => one - other);
  const days: TimesPreview["days"] = [];
  for (let on = fromOn; Temporal.PlainDate.compare(on, toOn) < 0; on = on.add({ days: 1 })) {
    const { startMs, endMs } = daysSpan(zone, on, on.add({ days: 1 }));
    const times = all.filter((ms) => ms >= startMs && ms < endMs);
    days.push({
      on: on.toString(),
      times: times.map((ms) => ({
        startsAt: isoOf(ms),
        is: was.has(ms) ? (will.has(ms) ? "kept" : "gone") : "new",
      })),
    });
  }
  return days;
}
