import { Temporal } from "temporal-polyfill";
import type { FreeTimesQuestion, PractitionerTimes } from "@/domain/appointments/practice-times";
import { busySpan, packedStepMs } from "@/domain/appointments/visit-rules";
import { MINUTE_MS } from "@/domain/time/time-span";

interface Minute {
  readonly ms: number;
  readonly on: string;
  readonly weekday: number;
  readonly clock: number;
}

const shown = new Map<string, Minute[]>();

/** Every minute of some days as the wall clock shows it, looked up one by one. */
function minutesOf(zone: string, fromOn: Temporal.PlainDate, toOn: Temporal.PlainDate): Minute[] {
  const key = `${zone} ${fromOn} ${toOn}`;
  const known = shown.get(key);
  if (known) return known;
  const minutes: Minute[] = [];
  const endMs = toOn.toZonedDateTime(zone).epochMilliseconds;
  for (let ms = fromOn.toZonedDateTime(zone).epochMilliseconds; ms < endMs; ms += MINUTE_MS) {
    const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    const { dayOfWeek: weekday, hour, minute } = local;
    minutes.push({ ms, on: local.toPlainDate().toString(), weekday, clock: hour * 60 + minute });
  }
  shown.set(key, minutes);
  return minutes;
}

type Stretch = { readonly startMs: number; readonly endMs: number };
type Hours = { readonly opensMinute: number; readonly closesMinute: number };

const touches = (a: Stretch, b: Stretch) => a.startMs < b.endMs && b.startMs < a.endMs;
const within = (hours: Hours, { clock }: Minute) =>
  hours.opensMinute <= clock && clock < hours.closesMinute;

/** Where the practitioner sees patients in a minute: the slow and plain reading of R29. */
function locationAt(q: FreeTimesQuestion, who: PractitionerTimes, minute: Minute): string | null {
  const stretch = { startMs: minute.ms, endMs: minute.ms + MINUTE_MS };
  if ([...who.breaks, ...who.timeOff].some((away) => touches(away, stretch))) return null;
  const others = who.exceptions.filter((e) => e.on.toString() === minute.on);
  const own = others.length > 0 ? others : who.hours.filter((h) => h.weekday === minute.weekday);
  const at = own.find((hours) => within(hours, minute))?.locationId ?? null;
  const location = q.locations.find(({ id }) => id === at);
  const opens = location?.weeklyHours.some(
    (hours) => hours.weekday === minute.weekday && within(hours, minute),
  );
  const isClosed = q.closures.some(
    (c) => (c.locationId === null || c.locationId === at) && touches(c, stretch),
  );
  return opens && !isClosed ? at : null;
}

/** Offered starts, `practitioner start location`, by trying every minute of the days one after the other. */
export function startsMinuteByMinute(q: FreeTimesQuestion): string[] {
  const { visit } = q;
  const minutes = minutesOf(q.zone, q.fromOn, q.toOn);
  const today = q.now.toZonedDateTimeISO(q.zone).toPlainDate();
  const lastOn = today.add({ days: visit.horizonDays }).toString();
  const earliestMs = q.now.epochMilliseconds + visit.leadMinutes * MINUTE_MS;
  const offered: string[] = [];
  for (const who of q.practitioners) {
    const places = minutes.map((minute) => locationAt(q, who, minute));
    const taken = new Map<string, number>();
    for (const ms of who.sameTypeStartsAtMs ?? []) {
      const on = minutes.find((minute) => minute.ms === ms)?.on ?? "";
      taken.set(on, (taken.get(on) ?? 0) + 1);
    }
    let clearFromMs = Number.NEGATIVE_INFINITY;
    minutes.forEach((minute, index) => {
      const { ms, on, clock } = minute;
      if (minutes[index - 1]?.on !== on) clearFromMs = Number.NEGATIVE_INFINITY;
      const at = places[index];
      if (!at || ms < clearFromMs) return;
      if (visit.start.mode === "grid" && clock % visit.start.gridMinutes !== 0) return;
      for (let i = 0; i < visit.minutes; i++) {
        if (places[index + i] !== at || minutes[index + i]?.on !== on) return;
      }
      const stretch = busySpan(visit, ms);
      if (who.busy.some((busy) => touches(busy, stretch))) return;
      const room = q.chairs.filter((chair) => chair.locationId === at);
      const isFull = room.length > 0 && room.every((c) => c.busy.some((b) => touches(b, stretch)));
      if (visit.needsChair && isFull) return;
      if (visit.start.mode === "packed") clearFromMs = ms + packedStepMs(visit);
      const isFullDay = visit.dailyLimit != null && (taken.get(on) ?? 0) >= visit.dailyLimit;
      if (isFullDay || ms < earliestMs || on > lastOn) return;
      offered.push(`${who.id} ${new Date(ms).toISOString()} ${at}`);
    });
  }
  return offered.sort();
}
