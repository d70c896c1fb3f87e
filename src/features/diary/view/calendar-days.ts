import { DAY_MS } from "@/domain/time/time-span";

const shape = /^2[01]\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a text is a calendar day (YYYY-MM-DD) the diary reaches to. */
export function isDay(text: string): boolean {
  return shape.test(text) && dayText(dayMs(text)) === text;
}

/** A calendar day so many days later. */
export function addDays(on: string, days: number): string {
  return dayText(dayMs(on) + days * DAY_MS);
}

/** The Monday of a day's week. */
export function mondayOf(on: string): string {
  return addDays(on, -((new Date(dayMs(on)).getUTCDay() + 6) % 7));
}

/** YYYY-MM-DD of an instant (epoch ms) by a zone's calendar. */
export function dayInZone(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(atMs);
}

const dayMs = (on: string) => Date.parse(`${on}T00:00:00Z`);
const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10);
