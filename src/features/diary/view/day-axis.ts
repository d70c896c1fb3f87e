const MINUTE_MS = 60_000;
const HOUR = 60;
/** A day with one late visit is still a day to look at. */
const LEAST_MINUTES = 4 * HOUR;

/** A practice day with its pieces between changes of the clocks (domain/time/practice-day), as the browser needs it. */
export interface AxisDay {
  readonly on: string;
  readonly startMs: number;
  readonly endMs: number;
  /** The wall clock shows `clockMinute` at the start of each piece. */
  readonly pieces: readonly {
    readonly startMs: number;
    readonly endMs: number;
    readonly clockMinute: number;
  }[];
}

/**
 * One axis for all days that are shown, in minutes downwards: the wall clock's, with the repeated hour put in after the
 * first of its two where a shown day has one (R33). A left-out hour stays empty on its day.
 */
export interface Axis {
  readonly fromY: number;
  readonly untilY: number;
  /** The clock minute at which the clocks go back; null where none does. */
  readonly backAt: number | null;
  readonly backMinutes: number;
}

export interface Tick {
  readonly y: number;
  /** Minutes after midnight on the wall clock. */
  readonly clockMinute: number;
  readonly again: boolean;
}

/** How many hours a day has: 24, or 23 and 25 and the like on the nights of the clock change. */
export const hoursOf = (day: AxisDay) => (day.endMs - day.startMs) / (HOUR * MINUTE_MS);

/** The axis that shows all of `spans` (epoch ms, of these days) in whole hours; without any, 08:00 to 18:00. */
export function axisOf(
  days: readonly AxisDay[],
  spans: readonly { readonly startMs: number; readonly endMs: number }[],
): Axis {
  const whole: Axis = { fromY: 0, untilY: 24 * HOUR, ...backOf(days) };
  const reached = days.flatMap((day) =>
    spans
      .filter(({ startMs, endMs }) => startMs < day.endMs && endMs > day.startMs)
      .flatMap(({ startMs, endMs }) => [
        yOf(whole, day, Math.max(startMs, day.startMs)),
        yOf(whole, day, Math.min(endMs, day.endMs)),
      ]),
  );
  const shift = whole.backMinutes;
  if (reached.length === 0) return { ...whole, fromY: 8 * HOUR + shift, untilY: 18 * HOUR + shift };
  const fromY = Math.floor(Math.min(...reached) / HOUR) * HOUR;
  const untilY = Math.max(Math.ceil(Math.max(...reached) / HOUR) * HOUR, fromY + LEAST_MINUTES);
  const over = Math.max(0, untilY - whole.untilY - shift);
  return { ...whole, fromY: fromY - over, untilY: untilY - over };
}

function backOf(days: readonly AxisDay[]): Pick<Axis, "backAt" | "backMinutes"> {
  for (const { pieces } of days) {
    const [first, second] = pieces;
    if (!first || !second) continue;
    const backAt = first.clockMinute + (first.endMs - first.startMs) / MINUTE_MS;
    if (second.clockMinute < backAt) return { backAt, backMinutes: backAt - second.clockMinute };
  }
  return { backAt: null, backMinutes: 0 };
}

/** Where an instant (epoch ms) of a day stands on the axis. */
export function yOf(axis: Axis, day: AxisDay, atMs: number): number {
  const found = day.pieces.findIndex(({ endMs }) => atMs < endMs);
  const index = found < 0 ? day.pieces.length - 1 : found;
  const piece = day.pieces[index];
  if (!piece) return 0;
  const clock = piece.clockMinute + (atMs - piece.startMs) / MINUTE_MS;
  return clock + shiftOf(axis, day, index, clock);
}

function shiftOf(axis: Axis, day: AxisDay, index: number, clock: number): number {
  if (axis.backAt === null) return 0;
  const goesBack = (day.pieces[1]?.clockMinute ?? axis.backAt) < axis.backAt;
  const isAfter = goesBack ? index > 0 : clock >= axis.backAt;
  return isAfter ? axis.backMinutes : 0;
}

/** The instant (epoch ms) at a height of the axis; in what a day does not have, the next one it has. */
export function msAt(axis: Axis, day: AxisDay, y: number): number {
  for (const [index, piece] of day.pieces.entries()) {
    if (y < yOf(axis, day, piece.startMs)) return piece.startMs;
    const plain = clockOf(axis, day, index, y);
    const ms = piece.startMs + (plain - piece.clockMinute) * MINUTE_MS;
    if (ms < piece.endMs) return ms;
  }
  return day.endMs;
}

function clockOf(axis: Axis, day: AxisDay, index: number, y: number): number {
  const { backAt, backMinutes } = axis;
  if (backAt === null) return y;
  if (day.pieces.length > 1) return y - shiftOf(axis, day, index, y);
  return y < backAt ? y : Math.max(backAt, y - backMinutes);
}

/** The full hours of the axis, the repeated one named. */
export function ticksOf({ fromY, untilY, backAt, backMinutes }: Axis): Tick[] {
  const ticks: Tick[] = [];
  const add = (clockMinute: number, again: boolean, shift: number) => {
    const y = clockMinute + shift;
    if (y >= fromY && y < untilY) ticks.push({ y, clockMinute, again });
  };
  for (let clock = 0; clock < 24 * HOUR; clock += HOUR) {
    if (backAt === null || clock < backAt) add(clock, false, 0);
  }
  if (backAt === null) return ticks;
  const first = Math.ceil((backAt - backMinutes) / HOUR) * HOUR;
  for (let clock = first; clock < backAt; clock += HOUR) add(clock, true, backMinutes);
  for (let clock = Math.ceil(backAt / HOUR) * HOUR; clock < 24 * HOUR; clock += HOUR)
    add(clock, false, backMinutes);
  return ticks;
}
