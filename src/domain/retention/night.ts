import { Temporal } from "temporal-polyfill";

/** The hour of the practice's clock at which its night begins. */
const NIGHT_HOUR = 3;

/** When the night of a day begins. Where clocks go from 3 to 4 it begins at 4; where 3 comes twice, at the first. */
export function nightBegins(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  const plainTime = Temporal.PlainTime.from({ hour: NIGHT_HOUR });
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
}

/** The newest night that has begun in a zone, by the day on which it began. */
export function nightOf(now: Temporal.Instant, zone: string): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const hasBegun = Temporal.Instant.compare(nightBegins(today, zone), now) <= 0;
  return hasBegun ? today : today.subtract({ days: 1 });
}

/** The night that is still to remove something: the newest one until it is finished, then the next. */
export function nightToCome(
  now: Temporal.Instant,
  zone: string,
  finished: Temporal.PlainDate | null,
): Temporal.PlainDate {
  const night = nightOf(now, zone);
  const isDone = finished !== null && Temporal.PlainDate.compare(finished, night) >= 0;
  return isDone ? night.add({ days: 1 }) : night;
}
