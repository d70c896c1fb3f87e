import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import {
  type Adjustment,
  type AdjustmentRefusal,
  type AdjustmentWish,
  type FactsAdded,
  MAX_EXTENSION_DAYS,
  nothingAdded,
} from "@/domain/treatment/adjustments/wish";
import { wornArches } from "@/domain/treatment/adjustments/worn-arches";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";

type Wish<Kind extends AdjustmentWish["kind"]> = Extract<AdjustmentWish, { kind: Kind }>;

/** Days of wear added to the stage worn now. Refused: out of range, nothing worn yet, all aligners done. */
export function decideExtension(
  facts: TreatmentFacts,
  { days, arch }: Wish<"extension">,
  today: Temporal.PlainDate,
): Result<Adjustment, AdjustmentRefusal> {
  if (!Number.isInteger(days) || days < 1 || days > MAX_EXTENSION_DAYS) {
    return refused("days_out_of_range", { most: MAX_EXTENSION_DAYS });
  }
  const worn = wornArches(facts, arch, today);
  if (!worn.ok) return worn;
  const extensions = worn.value.map(({ current }) => ({ stageId: current.id, days }));
  return ok({ added: { ...nothingAdded, extensions }, cause: { reason: "extended", days } });
}

/**
 * Back to stages worn before, from today; the present one begins again. Releases of stops from there on count no longer.
 * Refused: a stage of another plan, two of one arch, one not reached yet.
 */
export function decideBacktrack(
  facts: TreatmentFacts,
  { toStageIds }: Wish<"backtrack">,
  today: Temporal.PlainDate,
): Result<Adjustment, AdjustmentRefusal> {
  const { arches } = treatmentSchedule(facts, today);
  const backtracks: FactsAdded["backtracks"][number][] = [];
  for (const toStageId of toStageIds) {
    const found = arches.find(({ stages }) => stages.some(({ id }) => id === toStageId));
    if (found === undefined || backtracks.some(({ arch }) => arch === found.arch)) {
      return refused("stage_unknown");
    }
    const at = found.stages.findIndex(({ id }) => id === found.currentStage?.id);
    const to = found.stages.findIndex(({ id }) => id === toStageId);
    if (to > at) return refused("stage_not_worn");
    backtracks.push({
      event: "backtracked" as const,
      arch: found.arch,
      toStageId,
      on: today,
    });
  }
  if (backtracks.length === 0) return refused("stage_unknown");
  return ok({ added: { ...nothingAdded, backtracks }, cause: { reason: "backtracked" } });
}

/** The next stage may begin from today. Refused where no stage worn now has a stop that is still closed. */
export function decideStopRelease(
  facts: TreatmentFacts,
  { arch, stageId }: Wish<"stop_release">,
  today: Temporal.PlainDate,
): Result<Adjustment, AdjustmentRefusal> {
  const { arches } = treatmentSchedule(facts, today);
  const asked = arches.flatMap(({ stages }) => stages.filter(({ id }) => id === stageId))[0];
  if (stageId !== undefined && asked === undefined) return refused("stage_unknown");
  const stopReleases = arches
    .filter((schedule) => arch === undefined || schedule.arch === arch)
    .flatMap(({ currentStage }) => currentStage ?? [])
    .filter(({ stopAfter, releasedOn }) => stopAfter !== "none" && releasedOn === null)
    .filter(
      (stage) =>
        asked === undefined ||
        (stage.seriesId === asked.seriesId &&
          stage.number === asked.number &&
          stage.stopAfter === asked.stopAfter),
    )
    .map(({ id }) => ({ stageId: id, releasedOn: today }));
  if (stopReleases.length === 0) return refused("no_stop");
  return ok({ added: { ...nothingAdded, stopReleases }, cause: { reason: "stop_released" } });
}
