import { dateFormat } from "./date-formats";

const dayMs = 86_400_000;

/**
 * The practice's day now, told from the day a page was made on and how many midnights in its zone have passed since: a
 * page kept overnight, or left open, still marks the right day. Days are `YYYY-MM-DD`.
 */
export function daySince(day: string, seenAtMs: number, nowMs: number, zone: string): string {
  const passed = Math.round((midnightOf(nowMs, zone) - midnightOf(seenAtMs, zone)) / dayMs);
  return new Date(Date.parse(`${day}T00:00:00Z`) + passed * dayMs).toISOString().slice(0, 10);
}

function midnightOf(atMs: number, zone: string): number {
  const parts = dateFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(new Date(atMs));
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"));
}
