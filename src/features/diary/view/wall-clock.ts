import { dateFormat } from "@/lib/date-formats";
import { offsetMinutes } from "@/lib/zone-offset";

const MINUTE_MS = 60_000;
const shape = /^([01]?\d|2[0-3])[:.h ]?([0-5]\d)$/;

/** "9:5" and the like are refused; "0940", "9.40" and "9:40" read as 09:40. */
export function readClock(text: string): string | null {
  const found = shape.exec(text.trim());
  return found ? `${found[1]?.padStart(2, "0")}:${found[2]}` : null;
}

/**
 * The instant (epoch ms) at which a zone's clock shows a day (YYYY-MM-DD) and time (HH:MM). Of an hour that comes twice
 * the first, or the one `near` lies in; an hour that is left out goes on after it (R33).
 */
export function instantAt(on: string, clock: string, zone: string, nearMs?: number): number {
  const wallMs = Date.parse(`${on}T${clock}:00Z`);
  const near = nearMs ?? Number.NaN;
  const readings = [-1, 1].map(
    (side) => wallMs - offsetMinutes(wallMs + side * 18 * 60 * MINUTE_MS, zone) * MINUTE_MS,
  );
  const right = readings.filter((ms) => ms + offsetMinutes(ms, zone) * MINUTE_MS === wallMs);
  if (right.includes(near)) return near;
  return right.length > 0 ? Math.min(...right) : Math.max(...readings);
}

/** "09:40" of an instant (epoch ms) by a zone's clock. */
export function clockAt(atMs: number, zone: string): string {
  return dateFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(atMs);
}
