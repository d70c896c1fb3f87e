import { type DayNumber, dayNumber } from "@/domain/time/day-number";
import type { ArchTrack, TrackStage } from "@/domain/treatment/track";
import { afterWear, firstWearDay, type PausedDays } from "@/domain/treatment/wear-days";

/** From when until when a stage is worn; infinite where it depends on something not yet settled. */
export interface LaidStage {
  readonly startOn: DayNumber;
  readonly endOn: DayNumber;
}

export interface LayOutChoice {
  readonly pauses: readonly PausedDays[];
  /** True: nothing is laid behind an open stop or an unset series start. False: as if freed at once. */
  readonly strict: boolean;
  /** No start before this day; without it a missed change stays on its day. */
  readonly notBefore?: DayNumber;
  /** The last index asked for; without it all. */
  readonly lastIndex?: number;
}

/** The present stage and all after it, by index; earlier ones are undefined. */
export function layOut(
  track: Pick<ArchTrack, "stages" | "position" | "pauses">,
  choice: LayOutChoice,
): (LaidStage | undefined)[] {
  const { stages, position } = track;
  const laid: (LaidStage | undefined)[] = new Array(Math.max(0, position)).fill(undefined);
  let day = Number.NEGATIVE_INFINITY;
  const last = Math.min(choice.lastIndex ?? stages.length - 1, stages.length - 1);
  for (let i = Math.max(0, position); i <= last; i++) {
    const stage = stages[i];
    if (stage === undefined) break;
    if (i === position && stage.startedOn !== null) {
      day = stage.startedOn;
    } else {
      day = Math.max(day, gateDay(stages, i, choice.strict), choice.notBefore ?? day);
      day = firstWearDay(choice.pauses, day);
    }
    const startOn = day;
    day = afterWear(choice.pauses, startOn, stage.lengthDays);
    laid.push({ startOn, endOn: day });
  }
  return laid;
}

/** The day from which a stage may begin for reasons other than wear: a stop before it, its series. */
function gateDay(stages: readonly TrackStage[], index: number, strict: boolean): DayNumber {
  const unsettled = strict ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const before = stages[index - 1];
  const stage = stages[index];
  let day = Number.NEGATIVE_INFINITY;
  if (before !== undefined && before.plan.stopAfter !== "none") {
    day = before.releasedOn ?? unsettled;
  }
  if (stage !== undefined && before?.series !== stage.series) {
    const { startsOn } = stage.series;
    day = Math.max(day, startsOn === null ? unsettled : dayNumber(startsOn));
  }
  return day;
}

/** Pauses as short as they can be: an open one ends after today, one still to come is left out. */
export function shortestPauses(pauses: readonly PausedDays[], today: DayNumber): PausedDays[] {
  return pauses.flatMap((pause) => {
    if (Number.isFinite(pause.until)) return [pause];
    return pause.from <= today ? [{ from: pause.from, until: today + 1 }] : [];
  });
}

/** Index of the last stage of active treatment (retention left out); -1 without any. */
export function lastActiveIndex(stages: readonly TrackStage[]): number {
  return stages.findLastIndex((stage) => stage.series.kind !== "retention");
}
