import type { SeriesKind, StageKind } from "@/domain/treatment/facts";

/** Where in a treatment an article helps most (R26); the most telling first. */
export const careStages = [
  "before_start",
  "paused",
  "stopped",
  "first_aligner",
  "template",
  "passive",
  "overcorrection",
  "retainer",
  "aligner",
] as const;
export type CareStage = (typeof careStages)[number];

export function isCareStage(value: string | null): value is CareStage {
  return careStages.some((stage) => stage === value);
}

export interface CareFacts {
  readonly phase: "no_plan" | "not_started" | "active" | "paused" | "finished" | "retention";
  /** A stop is reached: the next aligner waits for a visit or for photos. */
  readonly isStopped: boolean;
  /** What is worn now, per arch. */
  readonly worn: readonly {
    readonly kind: StageKind;
    readonly number: number;
    readonly seriesKind: SeriesKind;
  }[];
}

/** The stages a patient is at, the most telling first. Both arches count, so there may be several. */
export function presentCareStages({ phase, isStopped, worn }: CareFacts): CareStage[] {
  if (phase === "no_plan" || phase === "not_started") return ["before_start"];
  if (phase === "finished" || phase === "retention") return ["retainer"];
  const present = new Set<CareStage>(worn.map(({ kind }) => kind));
  if (phase === "paused") present.add("paused");
  if (isStopped) present.add("stopped");
  if (worn.some(({ number, seriesKind }) => number === 1 && seriesKind === "initial"))
    present.add("first_aligner");
  return careStages.filter((stage) => present.has(stage));
}

/** Articles for the stages one is at, most telling stage first, in their own order within it. */
export function forNow<Article extends { readonly stageKind: string | null }>(
  articles: readonly Article[],
  stages: readonly CareStage[],
  most: number,
): Article[] {
  return stages
    .flatMap((stage) => articles.filter(({ stageKind }) => stageKind === stage))
    .slice(0, most);
}
