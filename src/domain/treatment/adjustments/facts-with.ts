import { Temporal } from "temporal-polyfill";
import type { FactsAdded } from "@/domain/treatment/adjustments/wish";
import type { Pause, TreatmentFacts } from "@/domain/treatment/facts";

/** The facts once a decision counts. */
export function factsWith(facts: TreatmentFacts, added: FactsAdded): TreatmentFacts {
  const { endsPausesOn } = added;
  const standing =
    endsPausesOn === null
      ? facts.pauses
      : facts.pauses.map((pause) =>
          holds(pause, endsPausesOn) ? { ...pause, untilOn: endsPausesOn } : pause,
        );
  return {
    ...facts,
    events: [...facts.events, ...added.backtracks],
    pauses: [...standing, ...added.pauses],
    extensions: [...facts.extensions, ...added.extensions],
    stopReleases: [...facts.stopReleases, ...added.stopReleases],
  };
}

/** Whether a day lies in a pause. */
export function holds({ fromOn, untilOn }: Pause, day: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(fromOn, day) <= 0 && (untilOn === null || compare(day, untilOn) < 0);
}
