import type { ProblemKind } from "@/domain/problems/problem-kind";
import type { Arch, SeriesKind, StageKind } from "@/domain/treatment/facts";
import type { PlanRow } from "@/features/treatment/load-facts";
import { formatDay } from "@/lib/format-time";
import { type Translate, translationsIn } from "@/lib/translations";
import { languageFor } from "@/lib/words";

/** A stage as people name it. */
export interface NamedStage {
  readonly arch: Arch;
  readonly number: number;
  readonly kind: StageKind;
  readonly seriesKind: SeriesKind;
}

export interface FoundStage extends NamedStage {
  readonly id: string;
}

/** A stage of this plan that is worn; undefined for any other id. */
export function stageIn(plan: PlanRow, stageId: string): FoundStage | undefined {
  for (const series of plan.series) {
    const stage = series.stages.find(({ id }) => id === stageId.toLowerCase());
    if (stage) return { ...stage, seriesKind: series.kind };
  }
  return undefined;
}

/** "Upper aligner 8"; `words` are those of `treatment`. Numbers begin again in every series, so later ones are named. */
export function problemStage(words: Translate, stage: NamedStage): string {
  const name = words(`stageOfArch.${stage.arch}.${stage.kind}`, { number: stage.number });
  return stage.seriesKind === "initial" || stage.seriesKind === "retention"
    ? name
    : `${name} (${words(`series.${stage.seriesKind}`)})`;
}

/** "Lost: upper aligner 8", the thread's subject. */
export function reportLine(
  asked: string | undefined,
  kind: ProblemKind,
  stage: NamedStage,
): string {
  const language = languageFor(asked);
  const words = translationsIn(language, "problems");
  const named = problemStage(translationsIn(language, "treatment"), stage);
  return words("report.line", { kind: words(`kinds.${kind}`), stage: named });
}

interface Told {
  readonly kind: ProblemKind;
  readonly stage: NamedStage;
  /** `YYYY-MM-DD` */
  readonly noticedOn: string;
  readonly words: string;
}

/** The first message: what, since when, and the patient's own words below. */
export function reportText(
  asked: string | undefined,
  { kind, stage, noticedOn, words: own }: Told,
): string {
  const language = languageFor(asked);
  const words = translationsIn(language, "problems");
  const lines = [
    reportLine(asked, kind, stage),
    words("report.noticed", { day: formatDay(noticedOn, language, true) }),
  ];
  return own === "" ? lines.join("\n") : `${lines.join("\n")}\n\n${own}`;
}
