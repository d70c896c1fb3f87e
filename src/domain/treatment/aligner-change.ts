import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { type DayNumber, dayNumber, plainDate } from "@/domain/time/day-number";
import { archTrack } from "@/domain/treatment/arch-track";
import {
  type AlignerChanged,
  ARCHES,
  type Arch,
  type TreatmentFacts,
} from "@/domain/treatment/facts";
import { lastActiveIndex, layOut, shortestPauses } from "@/domain/treatment/projection";
import type { ArchTrack, TrackStage } from "@/domain/treatment/track";
import { pauseOn } from "@/domain/treatment/wear-days";

export interface AlignerChangeWish {
  /** Without it every arch whose next stage it is. */
  readonly arch?: Arch;
  /** The number of the stage put on. */
  readonly stage: number;
  readonly changedOn: Temporal.PlainDate;
}

export type AlignerChangeRefusal =
  | "in_future"
  | "already_done"
  | "not_next_stage"
  | "not_started_yet"
  | "before_previous_change"
  | "paused"
  | "stop_reached";

export type DateDifferenceReason = "changed_late" | "changed_early" | "on_time";

/** How one arch's later dates moved by the change, and why (R21). */
export interface DateDifference {
  readonly arch: Arch;
  readonly stage: number;
  readonly reason: DateDifferenceReason;
  /** Days after the planned day the change was made; negative when early. */
  readonly lateDays: number;
  /** Days by which the end moved; differs from `lateDays` where a pause or a stop takes it up. */
  readonly movedDays: number;
}

export interface AlignerChangeDecision {
  /** One for each arch changed; add them to the facts. */
  readonly events: readonly AlignerChanged[];
  readonly differences: readonly DateDifference[];
}

/**
 * Marks a stage as put on (R21). Refused: after today, not the next stage, before the stage worn now
 * was begun, before the series may start, in a pause, behind a stop that was not released by then.
 * A stage already begun is `already_done`: nothing is to be added. All arches change or none.
 */
export function decideAlignerChange(
  facts: TreatmentFacts,
  wish: AlignerChangeWish,
  today: Temporal.PlainDate,
): Result<AlignerChangeDecision, AlignerChangeRefusal> {
  const changedOn = dayNumber(wish.changedOn);
  if (changedOn > dayNumber(today)) return refused("in_future");
  const tracks = ARCHES.filter((arch) => wish.arch === undefined || arch === wish.arch).map(
    (arch) => archTrack(facts, arch, dayNumber(today)),
  );
  const asked = tracks.filter((track) => nextStage(track)?.plan.number === wish.stage);
  if (asked.length === 0) return refusedStage(tracks, wish.stage);
  const events: AlignerChanged[] = [];
  const differences: DateDifference[] = [];
  for (const track of asked) {
    const next = nextStage(track);
    if (next === undefined) continue;
    const refusal = dayRefusal(track, next, changedOn);
    if (refusal !== null) return refused(refusal.reason, { arch: track.arch, ...refusal.detail });
    events.push({ event: "changed", stageId: next.plan.id, on: wish.changedOn });
    differences.push(dateDifference(track, next, changedOn));
  }
  return ok({ events, differences });
}

function nextStage(track: ArchTrack): TrackStage | undefined {
  return track.stages[track.position + 1];
}

function refusedStage(tracks: readonly ArchTrack[], number: number) {
  for (const track of tracks) {
    const series = track.stages[track.position]?.series;
    const worn = track.stages.find(
      (stage, i) => i <= track.position && stage.series === series && stage.plan.number === number,
    );
    if (worn !== undefined) {
      const startedOn = worn.startedOn === null ? null : plainDate(worn.startedOn);
      return refused("already_done" as const, { arch: track.arch, startedOn });
    }
  }
  const nextStages = tracks.flatMap((track) => nextStage(track)?.plan.number ?? []);
  return refused("not_next_stage" as const, { nextStages });
}

interface Refusal {
  readonly reason: AlignerChangeRefusal;
  readonly detail?: Readonly<Record<string, unknown>>;
}

function dayRefusal(track: ArchTrack, next: TrackStage, changedOn: DayNumber): Refusal | null {
  const current = track.stages[track.position];
  if (current?.startedOn != null && changedOn < current.startedOn) {
    const previousOn = plainDate(current.startedOn);
    return { reason: "before_previous_change", detail: { previousOn } };
  }
  const { startsOn } = next.series;
  if (current?.series !== next.series && (startsOn === null || changedOn < dayNumber(startsOn))) {
    return { reason: "not_started_yet", detail: { startsOn } };
  }
  if (current !== undefined && current.plan.stopAfter !== "none") {
    const { releasedOn } = current;
    if (releasedOn === null || changedOn < releasedOn) {
      return { reason: "stop_reached", detail: { stop: current.plan.stopAfter } };
    }
  }
  const pause = pauseOn(track.pauses, changedOn);
  if (pause === undefined) return null;
  const untilOn = Number.isFinite(pause.until) ? plainDate(pause.until) : null;
  return { reason: "paused", detail: { untilOn } };
}

function dateDifference(track: ArchTrack, next: TrackStage, changedOn: DayNumber): DateDifference {
  const pauses = shortestPauses(track.pauses, changedOn);
  const position = track.position + 1;
  const dueOn = layOut(track, { pauses, strict: false })[position]?.startOn ?? changedOn;
  const plannedOn = Number.isFinite(dueOn) ? dueOn : changedOn;
  const lastActive = lastActiveIndex(track.stages);
  const end = lastActive >= position ? lastActive : track.stages.length - 1;
  const endIfBegunOn = (startedOn: DayNumber) => {
    const stages = track.stages.map((stage) => (stage === next ? { ...stage, startedOn } : stage));
    const laid = layOut({ stages, position, pauses }, { pauses, strict: false });
    return laid[end]?.endOn ?? startedOn;
  };
  const lateDays = changedOn - plannedOn;
  return {
    arch: track.arch,
    stage: next.plan.number,
    reason: lateDays > 0 ? "changed_late" : lateDays < 0 ? "changed_early" : "on_time",
    lateDays,
    movedDays: endIfBegunOn(changedOn) - endIfBegunOn(plannedOn),
  };
}
