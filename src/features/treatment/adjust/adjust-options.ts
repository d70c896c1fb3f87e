import { Temporal } from "temporal-polyfill";
import type { Arch } from "@/domain/treatment/facts";
import type { Translate } from "@/lib/translations";
import { stageName } from "../components/stage-names";
import type { ArchView, TreatmentView } from "../schema";

/** What can be decided today; `endOfPause` is a pause that takes the present one's place. */
export const adjustChoices = [
  "pause",
  "endOfPause",
  "resume",
  "extension",
  "backtrack",
  "stop_release",
  "replacement",
] as const;

export type AdjustChoice = (typeof adjustChoices)[number];

interface ArchStage {
  readonly arch: Arch;
  readonly name: string;
}

/** What the dialogs for adjusting a plan offer. */
export interface AdjustOptions {
  readonly today: string;
  /** A day on which an aligner ordered today may be here. */
  readonly expectedOn: string;
  /** The end of the pause that is on. */
  readonly pausedUntil: string | null;
  readonly choices: readonly AdjustChoice[];
  /** What is worn, of arches that are not finished. */
  readonly worn: readonly ArchStage[];
  readonly stops: readonly ArchStage[];
  /** Stages an arch can go back to, the present one first. */
  readonly backTo: readonly {
    readonly arch: Arch;
    readonly stages: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** What a lab usually takes for one aligner; to begin with, it is changed in the field. */
const USUAL_DAYS = 10;

/** Null without a plan that runs. `words` are those of `treatment`. */
export function adjustOptions(treatment: TreatmentView, words: Translate): AdjustOptions | null {
  const { arches, phase, today } = treatment;
  if (phase === "no_plan") return null;
  const worn = arches.flatMap(({ arch, currentStage, finished }) =>
    currentStage === null || finished ? [] : [{ arch, name: stageName(words, currentStage) }],
  );
  const stops = arches.flatMap(({ arch, currentStage }) =>
    currentStage === null || currentStage.stopAfter === "none" || currentStage.releasedOn !== null
      ? []
      : [{ arch, name: stageName(words, currentStage) }],
  );
  const backTo = arches
    .map((arch) => ({ arch: arch.arch, stages: wornStages(arch, words) }))
    .filter(({ stages }) => stages.length > 0);
  const isOver = phase === "finished" || phase === "retention";
  const isPaused = treatment.pause !== null;
  const possible: Record<AdjustChoice, boolean> = {
    pause: !isOver && !isPaused,
    endOfPause: !isOver && isPaused,
    resume: isPaused,
    extension: worn.length > 0,
    backtrack: backTo.length > 0,
    stop_release: stops.length > 0,
    replacement: worn.length > 0 && !isPaused,
  };
  const choices = adjustChoices.filter((choice) => possible[choice]);
  const expectedOn = Temporal.PlainDate.from(today).add({ days: USUAL_DAYS }).toString();
  const pausedUntil = treatment.pause?.untilOn ?? null;
  return { today, expectedOn, pausedUntil, choices, worn, stops, backTo };
}

function wornStages({ stages, currentStage }: ArchView, words: Translate) {
  const at = stages.findIndex(({ id }) => id === currentStage?.id);
  return stages
    .slice(0, at + 1)
    .toReversed()
    .map((stage) => ({ id: stage.id, name: stageName(words, stage) }));
}
