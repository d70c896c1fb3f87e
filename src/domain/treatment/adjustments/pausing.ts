import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { holds } from "@/domain/treatment/adjustments/facts-with";
import {
  type Adjustment,
  type AdjustmentRefusal,
  type AdjustmentWish,
  MAX_PAUSE_DAYS,
  nothingAdded,
} from "@/domain/treatment/adjustments/wish";
import type { Pause, TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";

const { compare } = Temporal.PlainDate;

type PauseWish = Extract<AdjustmentWish, { kind: "pause" }>;

/**
 * A pause until a day or until somebody resumes. While one is on, the wish from today sets it another end. Refused: all
 * aligners done, an end not after the beginning, before the last change, too far away, over another pause, the same end.
 */
export function decidePause(
  facts: TreatmentFacts,
  { fromOn, untilOn }: PauseWish,
  today: Temporal.PlainDate,
): Result<Adjustment, AdjustmentRefusal> {
  const { phase } = treatmentSchedule(facts, today);
  if (phase === "finished" || phase === "retention") return refused("finished");
  if (untilOn !== null && compare(untilOn, fromOn) <= 0) return refused("pause_order");
  const earliestOn = lastEventDay(facts, today);
  if (compare(fromOn, earliestOn) < 0) return refused("pause_too_early", { earliestOn });
  const latestFrom = today.add({ days: MAX_PAUSE_DAYS });
  const latestUntil = fromOn.add({ days: MAX_PAUSE_DAYS });
  if (compare(fromOn, latestFrom) > 0) return refused("pause_too_far");
  if (untilOn !== null && compare(untilOn, latestUntil) > 0) return refused("pause_too_far");
  const now = facts.pauses.filter((pause) => holds(pause, today));
  const isOtherEnd = now.length > 0 && fromOn.equals(today);
  const others = isOtherEnd ? facts.pauses.filter((pause) => !now.includes(pause)) : facts.pauses;
  if (others.some((pause) => overlap(pause, { fromOn, untilOn }))) return refused("pause_overlaps");
  if (isOtherEnd && now.some((pause) => isSameDay(pause.untilOn, untilOn))) {
    return refused("pause_unchanged");
  }
  return ok({
    added: {
      ...nothingAdded,
      endsPausesOn: isOtherEnd ? today : null,
      pauses: [{ fromOn, untilOn }],
    },
    cause: { reason: "paused", fromOn, untilOn },
  });
}

/** The pause ends today. Refused where none is on. */
export function decideResume(
  facts: TreatmentFacts,
  today: Temporal.PlainDate,
): Result<Adjustment, AdjustmentRefusal> {
  if (!facts.pauses.some((pause) => holds(pause, today))) return refused("not_paused");
  return ok({ added: { ...nothingAdded, endsPausesOn: today }, cause: { reason: "resumed" } });
}

/** Nothing worn before is a pause afterwards: not before the last change, and not in the past before the first one. */
function lastEventDay(facts: TreatmentFacts, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = facts.events.map(({ on }) => on).filter((on) => compare(on, today) <= 0);
  return days.sort(compare).at(-1) ?? today;
}

function overlap(one: Pause, other: Pause): boolean {
  const isEmpty = one.untilOn !== null && compare(one.untilOn, one.fromOn) <= 0;
  if (isEmpty) return false;
  const beginsBefore = (a: Pause, b: Pause) =>
    b.untilOn === null || compare(a.fromOn, b.untilOn) < 0;
  return beginsBefore(one, other) && beginsBefore(other, one);
}

function isSameDay(one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}
