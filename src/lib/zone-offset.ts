import { dateFormat } from "./date-formats";

const MINUTE_MS = 60_000;
/** Clocks go back by three hours at most. */
const LOOK_MS = 3 * 60 * MINUTE_MS;

/** Minutes that a zone's wall clock is ahead of UTC at an instant (epoch ms). */
export function offsetMinutes(atMs: number, zone: string): number {
  const parts = dateFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(
    atMs,
  );
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const ahead = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === "-" ? -ahead : ahead;
}

/** Whether the wall clock shows this minute twice on that night, before and after the clocks go back (R33). */
export function comesTwice(atMs: number, zone: string): boolean {
  const before = offsetMinutes(atMs - LOOK_MS, zone);
  const after = offsetMinutes(atMs + LOOK_MS, zone);
  if (before <= after) return false;
  const backMs = (before - after) * MINUTE_MS;
  const now = offsetMinutes(atMs, zone);
  return now === before
    ? offsetMinutes(atMs + backMs, zone) === after
    : offsetMinutes(atMs - backMs, zone) === before;
}
