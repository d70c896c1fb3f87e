import type { Temporal } from "temporal-polyfill";
import { type DayNumber, dayNumber, isoWeekday, plainDate } from "@/domain/time/day-number";
import { DAY_MS, MINUTE_MS, mergedSpans, type TimeSpan } from "@/domain/time/time-span";

/** A part of a day without a change of the clocks; the wall clock shows `clockMinute` at its start. */
interface ClockPiece extends TimeSpan {
  readonly clockMinute: number;
}

/** One calendar day in the practice's zone, with everything loops need as plain numbers. */
export interface PracticeDay extends TimeSpan {
  readonly day: DayNumber;
  readonly weekday: number;
  /** One piece on an ordinary day; two when the clocks go forward or back on it. */
  readonly pieces: readonly ClockPiece[];
}

/** The days `[fromOn, toOn)`, one look-up in the zone each (platform.md, time). */
export function practiceDays(
  zone: string,
  fromOn: Temporal.PlainDate,
  toOn: Temporal.PlainDate,
): PracticeDay[] {
  const first = dayNumber(fromOn);
  const end = dayNumber(toOn);
  const days: PracticeDay[] = [];
  if (end <= first) return days;
  let start = fromOn.toZonedDateTime(zone);
  for (let day = first; day < end; day++) {
    const next = plainDate(day + 1).toZonedDateTime(zone);
    const startMs = start.epochMilliseconds;
    const endMs = next.epochMilliseconds;
    const ordinary = endMs - startMs === DAY_MS;
    const pieces = ordinary ? [{ startMs, endMs, clockMinute: 0 }] : clockPieces(day, start, endMs);
    days.push({ day, weekday: isoWeekday(day), startMs, endMs, pieces });
    start = next;
  }
  return days;
}

/** From the start of the first day to the start of `toOn`, in the practice's zone. */
export function daysSpan(
  zone: string,
  fromOn: Temporal.PlainDate,
  toOn: Temporal.PlainDate,
): TimeSpan {
  return {
    startMs: fromOn.toZonedDateTime(zone).epochMilliseconds,
    endMs: toOn.toZonedDateTime(zone).epochMilliseconds,
  };
}

/**
 * The instants of the day at which the wall clock shows `[fromMinute, untilMinute)`, in minutes after
 * midnight (1440 is the day's end). Skipped hours give nothing, repeated hours count both times.
 */
export function clockSpans(day: PracticeDay, fromMinute: number, untilMinute: number): TimeSpan[] {
  const spans: TimeSpan[] = [];
  for (const piece of day.pieces) {
    const startMs = piece.startMs + (fromMinute - piece.clockMinute) * MINUTE_MS;
    const endMs = piece.startMs + (untilMinute - piece.clockMinute) * MINUTE_MS;
    spans.push({
      startMs: Math.max(startMs, piece.startMs),
      endMs: Math.min(endMs, piece.endMs),
    });
  }
  return mergedSpans(spans);
}

/** The instants in the span at which the wall clock shows a multiple of `stepMinutes`. */
export function clockTicks(day: PracticeDay, span: TimeSpan, stepMinutes: number): number[] {
  const ticks: number[] = [];
  for (const piece of day.pieces) {
    const fromMs = Math.max(piece.startMs, span.startMs);
    const endMs = Math.min(piece.endMs, span.endMs);
    const minute = piece.clockMinute + (fromMs - piece.startMs) / MINUTE_MS;
    const firstMinute = Math.ceil(minute / stepMinutes) * stepMinutes;
    let tick = piece.startMs + (firstMinute - piece.clockMinute) * MINUTE_MS;
    for (; tick < endMs; tick += stepMinutes * MINUTE_MS) ticks.push(tick);
  }
  return ticks;
}

/** Where the clocks go back across midnight, the day's second piece begins on the day before: at a negative minute. */
function clockPieces(day: DayNumber, start: Temporal.ZonedDateTime, endMs: number): ClockPiece[] {
  const pieces: ClockPiece[] = [];
  let at = start;
  while (at.epochMilliseconds < endMs) {
    const change = at.getTimeZoneTransition("next");
    const pieceEndMs = Math.min(change?.epochMilliseconds ?? endMs, endMs);
    const daysOff = dayNumber(at.toPlainDate()) - day;
    const clockMinute = daysOff * 1440 + at.hour * 60 + at.minute + at.second / 60;
    pieces.push({ startMs: at.epochMilliseconds, endMs: pieceEndMs, clockMinute });
    if (change === null || change.epochMilliseconds >= endMs) break;
    at = change;
  }
  return pieces;
}
