import { dateFormat } from "@/lib/date-formats";

type ShortDay = {
  /** The zone of an instant; days without a time need none. */
  readonly zone?: string;
  readonly weekday?: boolean;
  readonly year?: boolean;
};

/** "Tue 24 Nov": a day (`YYYY-MM-DD`) or an instant where there is little room. */
export function shortDay(on: string, language: string, wish: ShortDay = {}): string {
  const { zone = "UTC", weekday = true, year = false } = wish;
  const locale = language === "en" ? "en-GB" : language;
  return dateFormat(locale, {
    ...(weekday && { weekday: "short" }),
    day: "numeric",
    month: "short",
    ...(year && { year: "numeric" }),
    timeZone: zone,
  })
    .format(new Date(on))
    .replace(",", "");
}
