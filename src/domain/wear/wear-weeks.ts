import type { Temporal } from "temporal-polyfill";
import { type DayNumber, dayNumber, plainDate, textOfDay } from "@/domain/time/day-number";
import { firstNotedOn, minutesOfDay, type WearGround } from "@/domain/wear/wear-day";

/** Days shown: four weeks with today. */
export const SHOWN_DAYS = 28;

/** A stage as far as its wear goal counts. */
export interface WornStage {
  readonly startedOn: Temporal.PlainDate | null;
  /** The day it was taken out for good; null while it is worn or to come. */
  readonly completedOn: Temporal.PlainDate | null;
  readonly wearGoalMinutes: number;
}

/** Days `[fromOn, untilOn)` without wear. */
export interface WearPause {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

export interface WearDay {
  readonly on: Temporal.PlainDate;
  /** Null where nothing was noted. */
  readonly minutes: number | null;
  /** The most that a stage worn that day asks for; null in a pause and before the first aligner. */
  readonly goalMinutes: number | null;
  readonly dayMinutes: number;
  readonly isPaused: boolean;
  readonly isEditable: boolean;
}

export interface WearSummary {
  readonly notedDays: number;
  /** Noted days that came up to their goal. */
  readonly reachedDays: number;
  /** Of the noted days; null without one. */
  readonly averageMinutes: number | null;
}

interface WearFacts extends WearGround {
  readonly stages: readonly WornStage[];
  readonly pauses: readonly WearPause[];
  /** By `YYYY-MM-DD`. */
  readonly noted: ReadonlyMap<string, number>;
}

/** The last days up to today, the oldest first, each with its note and its goal (R23). */
export function wearDays(facts: WearFacts, count = SHOWN_DAYS): WearDay[] {
  const { today, zone } = facts;
  const editableFrom = firstNotedOn(facts);
  const last = dayNumber(today);
  const worn = facts.stages.flatMap(({ startedOn, completedOn, wearGoalMinutes }) =>
    startedOn === null
      ? []
      : [
          {
            from: dayNumber(startedOn),
            until: completedOn === null ? Number.POSITIVE_INFINITY : dayNumber(completedOn),
            wearGoalMinutes,
          },
        ],
  );
  return Array.from({ length: count }, (_, index) => {
    const number = last - (count - 1) + index;
    const on = plainDate(number);
    const isPaused = facts.pauses.some(
      ({ fromOn, untilOn }) =>
        dayNumber(fromOn) <= number && (untilOn === null || number < dayNumber(untilOn)),
    );
    return {
      on,
      minutes: facts.noted.get(textOfDay(on)) ?? null,
      goalMinutes: isPaused ? null : goalOn(worn, number),
      dayMinutes: minutesOfDay(on, zone),
      isPaused,
      isEditable: editableFrom !== null && number >= dayNumber(editableFrom),
    };
  });
}

interface WornSpan {
  readonly from: DayNumber;
  /** The last day of it. */
  readonly until: DayNumber;
  readonly wearGoalMinutes: number;
}

function goalOn(worn: readonly WornSpan[], day: DayNumber): number | null {
  let most: number | null = null;
  for (const { from, until, wearGoalMinutes } of worn)
    if (from <= day && day <= until && (most === null || wearGoalMinutes > most))
      most = wearGoalMinutes;
  return most;
}

/** What the noted days come to. A day without a note says nothing about wear. */
export function wearSummary(days: readonly WearDay[]): WearSummary {
  const noted = days.flatMap(({ minutes, goalMinutes }) =>
    minutes === null ? [] : [{ minutes, goalMinutes }],
  );
  const total = noted.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    notedDays: noted.length,
    reachedDays: noted.filter(({ minutes, goalMinutes }) => minutes >= (goalMinutes ?? Infinity))
      .length,
    averageMinutes: noted.length === 0 ? null : Math.round(total / noted.length),
  };
}
