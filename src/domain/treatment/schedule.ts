import type { Temporal } from "temporal-polyfill";
import { dayNumber, plainDate } from "@/domain/time/day-number";
import { type ArchSchedule, archSchedule } from "@/domain/treatment/arch-schedule";
import { archTrack } from "@/domain/treatment/arch-track";
import { ARCHES, type TreatmentFacts } from "@/domain/treatment/facts";
import { pausedDays, pauseOn } from "@/domain/treatment/wear-days";

export type TreatmentPhase = "not_started" | "active" | "paused" | "finished" | "retention";

export interface TreatmentSchedule {
  readonly todayOn: Temporal.PlainDate;
  readonly phase: TreatmentPhase;
  /** Only arches with stages, the upper first. They may differ in length. */
  readonly arches: readonly ArchSchedule[];
  /** Of the arch that finishes last, whole percent of days of wear; retention does not count. */
  readonly percentDone: number;
  /** Calendar days until the last arch can be finished. */
  readonly daysLeft: number;
  readonly finishOn: Temporal.PlainDate | null;
  readonly earliestFinishOn: Temporal.PlainDate | null;
  /** The pause today lies in. */
  readonly pause: {
    readonly fromOn: Temporal.PlainDate;
    readonly untilOn: Temporal.PlainDate | null;
  } | null;
  readonly onTrack: boolean;
  readonly behindDays: number;
}

/**
 * The whole plan by day, derived from facts alone (R20, R21): what was worn, what comes when, what it
 * waits for. No planned day lies in a pause, nor behind a stop that is not released. `today` is the
 * practice's calendar day; later facts are not counted.
 */
export function treatmentSchedule(
  facts: TreatmentFacts,
  today: Temporal.PlainDate,
): TreatmentSchedule {
  const todayNumber = dayNumber(today);
  const arches = ARCHES.map((arch) => archTrack(facts, arch, todayNumber))
    .filter((track) => track.stages.length > 0)
    .map((track) => archSchedule(track, todayNumber));
  const [last] = [...arches].sort(
    (a, b) => b.daysLeft - a.daysLeft || a.percentDone - b.percentDone,
  );
  const pause = pauseOn(pausedDays(facts.pauses), todayNumber);
  return {
    todayOn: today,
    phase: phaseOf(arches, pause !== undefined),
    arches,
    percentDone: last?.percentDone ?? 0,
    daysLeft: last?.daysLeft ?? 0,
    finishOn: latest(arches.map((arch) => arch.finishOn)),
    earliestFinishOn: latest(arches.map((arch) => arch.earliestFinishOn)),
    pause:
      pause === undefined
        ? null
        : {
            fromOn: plainDate(pause.from),
            untilOn: Number.isFinite(pause.until) ? plainDate(pause.until) : null,
          },
    onTrack: arches.every((arch) => arch.onTrack),
    behindDays: Math.max(0, ...arches.map((arch) => arch.behindDays)),
  };
}

function phaseOf(arches: readonly ArchSchedule[], paused: boolean): TreatmentPhase {
  if (arches.every((arch) => arch.currentStage === null)) return "not_started";
  if (arches.every((arch) => arch.finished)) {
    const retains = arches.some((arch) => arch.currentStage?.seriesKind === "retention");
    return retains ? "retention" : "finished";
  }
  return paused ? "paused" : "active";
}

/** The latest of the days, or null when one of them is not known. */
function latest(days: readonly (Temporal.PlainDate | null)[]): Temporal.PlainDate | null {
  let last: number | null = null;
  for (const day of days) {
    if (day === null) return null;
    last = Math.max(last ?? dayNumber(day), dayNumber(day));
  }
  return last === null ? null : plainDate(last);
}
