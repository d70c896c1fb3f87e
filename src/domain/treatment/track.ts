import type { DayNumber } from "@/domain/time/day-number";
import type { Arch, PlannedSeries, PlannedStage } from "@/domain/treatment/facts";
import type { PausedDays } from "@/domain/treatment/wear-days";

/** A planned stage with what has happened to it. Days are day numbers. */
export interface TrackStage {
  readonly plan: PlannedStage;
  readonly series: PlannedSeries;
  /** Interval and extensions together. */
  readonly lengthDays: number;
  readonly extensionDays: number;
  readonly releasedOn: DayNumber | null;
  startedOn: DayNumber | null;
  completedOn: DayNumber | null;
  /** Days between the planned and the real start; negative when early, null where nothing was planned. */
  lateDays: number | null;
  backtracked: boolean;
}

/** A change as it was made. What the practice decides afterwards, such as going back, does not take it away. */
export interface ChangeMade {
  readonly on: DayNumber;
  /** Days of wear between the planned day and this one, pauses left out; negative when early, null where no day was planned. */
  readonly missedDays: number | null;
  /** The first one behind a stop: the patient waited for the practice. */
  readonly isBehindStop: boolean;
}

/** One arch's stages through all series; `position` is the stage worn now, -1 before the first. */
export interface ArchTrack {
  readonly arch: Arch;
  readonly stages: readonly TrackStage[];
  readonly position: number;
  readonly pauses: readonly PausedDays[];
  /** In the order they were made. */
  readonly changes: readonly ChangeMade[];
}
