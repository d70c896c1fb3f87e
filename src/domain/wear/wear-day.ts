import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { textOfDay } from "@/domain/time/day-number";

export interface WearWish {
  readonly on: Temporal.PlainDate;
  /** Null takes the note of that day away. */
  readonly minutes: number | null;
}

export interface WearGround {
  /** In the practice's zone. */
  readonly today: Temporal.PlainDate;
  readonly zone: string;
  /** The day the first aligner went in; null before it. */
  readonly firstOn: Temporal.PlainDate | null;
}

export type WearRefusal =
  | "not_started"
  | "in_future"
  | "before_start"
  | "too_long_ago"
  | "longer_than_day";

/** Days that can be noted, today among them: nobody remembers hours for longer. */
export const NOTED_DAYS = 14;

/** Zones and days asked for again and again: an instant in a zone costs more to make than to find. */
const MOST_KEPT = 5_000;
const lengths = new Map<string, number>();

/** Minutes from one midnight to the next: 23 or 25 hours where the clocks change. */
export function minutesOfDay(on: Temporal.PlainDate, zone: string): number {
  const key = `${zone} ${textOfDay(on)}`;
  const known = lengths.get(key);
  if (known !== undefined) return known;
  const made = lengthOf(on, zone);
  if (lengths.size >= MOST_KEPT) lengths.clear();
  lengths.set(key, made);
  return made;
}

function lengthOf(on: Temporal.PlainDate, zone: string): number {
  const from = on.toZonedDateTime(zone);
  const until = on.add({ days: 1 }).toZonedDateTime(zone);
  return Math.round((until.epochMilliseconds - from.epochMilliseconds) / 60_000);
}

/** The earliest day that can be noted today. */
export function firstNotedOn({ today, firstOn }: WearGround): Temporal.PlainDate | null {
  if (firstOn === null) return null;
  const first = today.subtract({ days: NOTED_DAYS - 1 });
  return Temporal.PlainDate.compare(first, firstOn) < 0 ? firstOn : first;
}

/**
 * Whether a day's wear can be noted or corrected (R23). Refused: `not_started` before the first aligner; `in_future`;
 * `before_start`; `too_long_ago` before the last two weeks; `longer_than_day` for more minutes than the day has.
 */
export function decideWear(wish: WearWish, ground: WearGround): Result<WearWish, WearRefusal> {
  const { today, zone, firstOn } = ground;
  if (firstOn === null) return refused("not_started");
  const { compare } = Temporal.PlainDate;
  if (compare(wish.on, today) > 0) return refused("in_future");
  if (compare(wish.on, firstOn) < 0) return refused("before_start");
  if (compare(wish.on, today.subtract({ days: NOTED_DAYS - 1 })) < 0) {
    return refused("too_long_ago");
  }
  const most = minutesOfDay(wish.on, zone);
  if (wish.minutes !== null && wish.minutes > most) {
    return refused("longer_than_day", { hours: most / 60 });
  }
  return ok(wish);
}
