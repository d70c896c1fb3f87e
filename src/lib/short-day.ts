import { dateFormat } from "./date-formats";
import { localeOf } from "./format-time";

type ShortDay = {
  /** The zone of an instant; days without a time need none. */
  readonly zone?: string;
  readonly weekday?: boolean;
  readonly year?: boolean;
};

/** "Tue 24 Nov": a day (`YYYY-MM-DD`) or an instant where there is little room. */
export function shortDay(on: string, language: string, wish: ShortDay = {}): string {
  const { zone = "UTC", weekday = true, year = false } = wish;
  return dateFormat(localeOf(language), {
    ...(weekday && { weekday: "short" }),
    day: "numeric",
    month: "short",
    ...(year && { year: "numeric" }),
    timeZone: zone,
  })
    .format(new Date(on))
    .replace(",", "");
}

/** "9 Mar 1990": a day (`YYYY-MM-DD`) in dense lists, where the year matters and the weekday does not. */
export function shortDate(day: string, language = "en"): string {
  return shortDay(day, language, { weekday: false, year: true });
}

/** "9 Mar 1990" of an instant (ISO 8601): its day in the practice's zone. */
export function shortDateAt(at: string, zone: string, language = "en"): string {
  return shortDay(at, language, { zone, weekday: false, year: true });
}

/** "9 Mar, 10:40" of an instant (ISO 8601) in the practice's zone. */
export function shortDayTime(at: string, zone: string, language = "en"): string {
  return dateFormat(localeOf(language), {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(new Date(at));
}
