import type { TreatmentFacts } from "@/domain/treatment/facts";

/** Of a patient without a plan. */
export const noFacts: TreatmentFacts = {
  series: [],
  events: [],
  pauses: [],
  extensions: [],
  stopReleases: [],
};
