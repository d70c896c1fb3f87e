import { Temporal } from "temporal-polyfill";
import { decideAlignerChange } from "@/domain/treatment/aligner-change";
import type { Arch, TreatmentFacts } from "@/domain/treatment/facts";
import { factsOf, type PlanRow } from "./load-facts";
import type { DateDifferenceView } from "./schema";

/** What was marked as done a moment ago, and how the dates moved by it (R21). */
export interface JustChanged {
  readonly changedOn: string;
  readonly differences: readonly DateDifferenceView[];
}

const SHOWN_MINUTES = 10;

/** The changes of the last ten minutes, decided again on the facts before them; null without any. */
export function justChanged(
  plan: PlanRow,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
): JustChanged | null {
  const since = now.subtract({ minutes: SHOWN_MINUTES }).epochMilliseconds;
  const isNew = ({ event, recordedAt }: PlanRow["events"][number]) =>
    event === "changed" && Date.parse(recordedAt) >= since;
  const changes = plan.events.filter(isNew);
  const last = changes.at(-1);
  if (last === undefined) return null;
  let facts: TreatmentFacts = factsOf({
    ...plan,
    events: plan.events.filter((event) => !isNew(event)),
  });
  const latest = new Map<Arch, DateDifferenceView>();
  for (const { stageId, on } of changes) {
    const stage = facts.series
      .flatMap(({ stages }) => stages)
      .find((candidate) => candidate.id === stageId);
    if (stage === undefined) continue;
    const wish = { arch: stage.arch, stage: stage.number, changedOn: Temporal.PlainDate.from(on) };
    const decided = decideAlignerChange(facts, wish, today);
    if (!decided.ok) continue;
    for (const difference of decided.value.differences) latest.set(difference.arch, difference);
    facts = { ...facts, events: [...facts.events, ...decided.value.events] };
  }
  return latest.size === 0 ? null : { changedOn: last.on, differences: [...latest.values()] };
}
