import { Temporal } from "temporal-polyfill";
import type { FreeTime } from "@/domain/appointments/free-times";
import { suggestedTimes } from "@/domain/appointments/suggested-times";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { isoOf } from "./free-times";
import type { SlotsRefusal } from "./refusals";
import { type OfferedTimes, offeredTimes } from "./slot-queries";

const SUGGESTIONS = 6;
/** As many days as one question may cover (interface.md, free times). */
const WINDOW_DAYS = 62;
/** The longest that a practice may set. */
const LONGEST_HORIZON_DAYS = 730;

export interface OfferedPractitioner {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly own: boolean;
}

/** A time on a page, its practice-clock minute beside it so that pages group without a zone. */
export interface ChoosableTime {
  readonly startsAt: string;
  readonly practitionerId: string;
  readonly on: string;
  readonly minute: number;
}

export interface TimeChoice {
  readonly visit: { readonly id: string; readonly name: string; readonly minutes: number };
  readonly practitioners: readonly OfferedPractitioner[];
  /** Whose times these are; null is everybody's. */
  readonly chosenId: string | null;
  /** The own orthodontist has no free time, so everybody's are shown (R28). */
  readonly ownIsFull: boolean;
  readonly suggestions: readonly ChoosableTime[];
  /** The week around the chosen day, Monday first, with how many times each day has. */
  readonly week: readonly { readonly on: string; readonly count: number }[];
  readonly dayOn: string;
  readonly dayTimes: readonly ChoosableTime[];
  /** A day of the week before and after; null where nothing can be booked. */
  readonly previousOn: string | null;
  readonly nextOn: string | null;
  /** The first free day of all, for weeks without any. */
  readonly firstFreeOn: string | null;
  /** Times of this type that the patient holds right now. */
  readonly holds: readonly { readonly id: string; readonly startsAt: string }[];
}

interface Wish {
  readonly visitTypeId: string;
  /** An id, `anyone`, or undefined for the patient's own orthodontist first. */
  readonly whom?: string | undefined;
  readonly dayOn?: string | undefined;
  readonly leftOutId?: string;
}

/** Everything the page of times shows, from one read: suggestions, a week, a day (R28). */
export async function timeChoice(
  services: Services,
  actor: PatientActor,
  wish: Wish,
): Promise<Result<TimeChoice, SlotsRefusal>> {
  const { zone } = actor;
  const today = services.now.toZonedDateTimeISO(zone).toPlainDate();
  const asked = dayFrom(wish.dayOn, today);
  const from = windowFrom(asked, today);
  const offered = await offeredTimes(services, actor, {
    visitTypeId: wish.visitTypeId,
    from: from.toString(),
    to: from.add({ days: WINDOW_DAYS }).toString(),
    ...(wish.leftOutId !== undefined && { leftOutId: wish.leftOutId }),
  });
  if (!offered.ok) return offered;
  const { facts } = offered.value;
  const { visit, settings } = facts;
  if (!visit) return refused("not_found");
  const { practitioners, chosenId, ownIsFull, times } = whoseTimes(offered.value, wish.whom);
  const shown = oneForEachStart(times).map((time) => placed(time, zone));
  const suggested = suggestedTimes(times, {
    count: SUGGESTIONS,
    zone,
    ...(chosenId !== null && { preferredPractitionerId: chosenId }),
  });
  const dayOn = chosenDay(wish.dayOn, asked, shown, today).toString();
  const weekFrom = startOfWeek(Temporal.PlainDate.from(dayOn));
  const lastOn = today.add({ days: visit.horizonDays ?? settings.horizonDays });
  return ok({
    visit: { id: visit.id, name: visit.name, minutes: visit.minutes },
    practitioners,
    chosenId,
    ownIsFull,
    suggestions: from === today ? suggested.map((time) => placed(time, zone)) : [],
    week: weekOf(weekFrom, shown),
    dayOn,
    dayTimes: shown.filter((time) => time.on === dayOn),
    previousOn: previousWeek(weekFrom, shown, from, today),
    nextOn: nextWeek(weekFrom, lastOn),
    firstFreeOn: shown[0]?.on ?? null,
    holds: facts.holds
      .filter(({ visitTypeId }) => visitTypeId === visit.id)
      .map(({ id, startsAtMs }) => ({ id, startsAt: isoOf(startsAtMs) })),
  });
}

/** Days further away than one question reaches get a question of their own, from their Monday on. */
function windowFrom(asked: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const weekEnd = startOfWeek(asked).add({ days: 7 });
  const isNear = Temporal.PlainDate.compare(weekEnd, today.add({ days: WINDOW_DAYS })) <= 0;
  return isNear ? today : startOfWeek(asked);
}

/** The times of whom the page names, or of the patient's own orthodontist; everybody's where those have none (R28). */
function whoseTimes({ facts, times }: OfferedTimes, whom: string | undefined) {
  const own = facts.patient?.practitionerId ?? null;
  const practitioners = facts.practitioners
    .map(({ id, name, title }) => ({ id, name, title, own: id === own }))
    .sort((a, b) => Number(b.own) - Number(a.own));
  const named = whom === "anyone" ? null : (whom ?? own);
  const wanted = practitioners.some(({ id }) => id === named) ? named : null;
  const theirs = times.filter((time) => wanted === null || time.practitionerId === wanted);
  const ownIsFull = whom === undefined && wanted !== null && theirs.length === 0;
  return {
    practitioners,
    chosenId: ownIsFull ? null : wanted,
    ownIsFull,
    times: ownIsFull ? times : theirs,
  };
}

function weekOf(weekFrom: Temporal.PlainDate, shown: readonly ChoosableTime[]): TimeChoice["week"] {
  return Array.from({ length: 7 }, (_, index) => {
    const on = weekFrom.add({ days: index }).toString();
    return { on, count: shown.filter((time) => time.on === on).length };
  });
}

function chosenDay(
  wished: string | undefined,
  asked: Temporal.PlainDate,
  shown: readonly ChoosableTime[],
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const first = shown[0]?.on;
  if (wished === undefined) return first === undefined ? today : Temporal.PlainDate.from(first);
  // Another week was turned to: its first free day, so that times show at once.
  const week = startOfWeek(asked).toString();
  const end = startOfWeek(asked).add({ days: 7 }).toString();
  if (shown.some((time) => time.on === asked.toString())) return asked;
  const inWeek = shown.find((time) => time.on >= week && time.on < end)?.on;
  return inWeek === undefined ? asked : Temporal.PlainDate.from(inWeek);
}

/** A day in the week before; null where no free time lies before this week. */
function previousWeek(
  weekFrom: Temporal.PlainDate,
  shown: readonly ChoosableTime[],
  readFrom: Temporal.PlainDate,
  today: Temporal.PlainDate,
): string | null {
  const earlier = shown.some(({ on }) => on < weekFrom.toString());
  const unread = Temporal.PlainDate.compare(today, readFrom) < 0;
  return earlier || unread ? weekFrom.subtract({ days: 7 }).toString() : null;
}

function nextWeek(weekFrom: Temporal.PlainDate, lastOn: Temporal.PlainDate): string | null {
  const next = weekFrom.add({ days: 7 });
  return Temporal.PlainDate.compare(next, lastOn) > 0 ? null : next.toString();
}

function placed(time: FreeTime, zone: string): ChoosableTime {
  const local = Temporal.Instant.fromEpochMilliseconds(time.startsAtMs).toZonedDateTimeISO(zone);
  return {
    startsAt: isoOf(time.startsAtMs),
    practitionerId: time.practitionerId,
    on: local.toPlainDate().toString(),
    minute: local.hour * 60 + local.minute,
  };
}

function oneForEachStart(times: readonly FreeTime[]): FreeTime[] {
  return times.filter((time, index) => times[index - 1]?.startsAtMs !== time.startsAtMs);
}

function startOfWeek(on: Temporal.PlainDate): Temporal.PlainDate {
  return on.subtract({ days: on.dayOfWeek - 1 });
}

/** A day out of the address; today for what is none, lies behind or beyond every horizon. */
function dayFrom(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return today;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const on = Temporal.PlainDate.from({ year, month: month || 1, day: day || 1 });
  const behind = Temporal.PlainDate.compare(on, today) < 0;
  const beyond = Temporal.PlainDate.compare(on, today.add({ days: LONGEST_HORIZON_DAYS })) > 0;
  return behind || beyond ? today : on;
}
