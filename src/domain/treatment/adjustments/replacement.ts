import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { dayNumber } from "@/domain/time/day-number";
import {
  type Adjustment,
  type AdjustmentRefusal,
  type AdjustmentWish,
  type FactsAdded,
  MAX_EXTENSION_DAYS,
  nothingAdded,
} from "@/domain/treatment/adjustments/wish";
import { wornArches } from "@/domain/treatment/adjustments/worn-arches";
import type { ScheduledStage } from "@/domain/treatment/arch-schedule";
import type { TreatmentFacts } from "@/domain/treatment/facts";
import { type PausedDays, pausedDays, pauseOn, wornDays } from "@/domain/treatment/wear-days";

type ReplacementWish = Extract<AdjustmentWish, { kind: "replacement" }>;

/**
 * An aligner is made again. Until the day it is expected the present one is worn on, or the one before it, which then is
 * worn until that day exactly: what it was worn before is not asked of it again. Refused: a day that has come or is too
 * far away, in a pause, nothing worn yet, all aligners done, nothing worn before it.
 */
export function decideReplacement(
  facts: TreatmentFacts,
  { arch, wear, arrivesOn }: ReplacementWish,
  today: Temporal.PlainDate,
): Result<Adjustment, AdjustmentRefusal> {
  const { compare } = Temporal.PlainDate;
  const latestOn = today.add({ days: MAX_EXTENSION_DAYS });
  if (compare(arrivesOn, today) <= 0 || compare(arrivesOn, latestOn) > 0) {
    return refused("arrival_out_of_range", { latestOn });
  }
  const pauses = pausedDays(facts.pauses);
  if (pauseOn(pauses, dayNumber(today)) !== undefined) return refused("paused_now");
  const worn = wornArches(facts, arch, today);
  if (!worn.ok) return worn;
  const added = [];
  for (const { arch: which, current, stages } of worn.value) {
    if (wear === "present") {
      added.push(wornOn(pauses, current, arrivesOn));
      continue;
    }
    const at = stages.findIndex(({ id }) => id === current.id);
    const before = stages.slice(0, at).findLast(({ kind }) => kind !== "template");
    if (before === undefined) return refused("no_earlier_stage", { arch: which });
    added.push(wornAgain(pauses, before, today, arrivesOn));
  }
  return ok({
    added: {
      ...nothingAdded,
      extensions: added.flatMap(({ extensions }) => extensions),
      backtracks: added.flatMap(({ backtracks }) => backtracks),
      stopReleases: added.flatMap(({ stopReleases }) => stopReleases),
    },
    cause: { reason: "replacement", untilOn: arrivesOn },
  });
}

/** The present stage goes on until the new aligner is here; not shorter than it would have been. */
function wornOn(
  pauses: readonly PausedDays[],
  { id, startedOn, lengthDays }: ScheduledStage,
  arrivesOn: Temporal.PlainDate,
): FactsAdded {
  if (startedOn === null) return nothingAdded;
  const days = wornDays(pauses, dayNumber(startedOn), dayNumber(arrivesOn)) - lengthDays;
  return days > 0 ? { ...nothingAdded, extensions: [{ stageId: id, days }] } : nothingAdded;
}

function wornAgain(
  pauses: readonly PausedDays[],
  before: ScheduledStage,
  today: Temporal.PlainDate,
  arrivesOn: Temporal.PlainDate,
): FactsAdded {
  const days = wornDays(pauses, dayNumber(today), dayNumber(arrivesOn)) - before.lengthDays;
  const wasReleased = before.stopAfter !== "none" && before.releasedOn !== null;
  return {
    ...nothingAdded,
    backtracks: [{ event: "backtracked", arch: before.arch, toStageId: before.id, on: today }],
    extensions: days === 0 ? [] : [{ stageId: before.id, days }],
    // Its stop was passed: going back for a tray does not close it again.
    stopReleases: wasReleased ? [{ stageId: before.id, releasedOn: today }] : [],
  };
}
