import { formatInstantDay, formatInstantTime, formatRelativeDays } from "@/lib/format-time";

type TimeTextProps = {
  /** ISO 8601 with offset. */
  at: string;
  /** The practice's zone. */
  zone: string;
  show?: "dayTime" | "day" | "time";
  /** Stands after the time, such as "practice time". */
  zoneName?: string;
  language?: string;
};

/** An instant as people say it: "Tuesday 9 March, 10:40, practice time". */
export function TimeText({ at, zone, show = "dayTime", zoneName, language = "en" }: TimeTextProps) {
  const parts: string[] = [];
  if (show !== "time") parts.push(formatInstantDay(at, zone, language));
  if (show !== "day") parts.push(formatInstantTime(at, zone, language));
  if (zoneName) parts.push(zoneName);
  return <time dateTime={at}>{parts.join(", ")}</time>;
}

/** "today", "tomorrow", "in 12 days"; `days` counts from today. */
export function RelativeDays({ days, language = "en" }: { days: number; language?: string }) {
  return <>{formatRelativeDays(days, language)}</>;
}
