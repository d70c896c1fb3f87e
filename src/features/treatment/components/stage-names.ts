import type { Arch } from "@/domain/treatment/facts";
import type { Translate } from "@/lib/translations";
import type { StageView, TreatmentView } from "../schema";

type Named = Pick<StageView, "arch" | "kind" | "number">;

/** "Aligner 8"; `words` are those of `treatment`. */
export function stageName(words: Translate, { kind, number }: Omit<Named, "arch">): string {
  return words(`stage.${kind}`, { number });
}

/** "Aligner 8" for both arches alike, else "Upper aligner 8, lower aligner 6". */
export function stageNames(words: Translate, stages: readonly Named[], isOneArch: boolean): string {
  const [first, second] = stages;
  if (first === undefined) return "";
  if (isOneArch || (second !== undefined && isAlike(first, second))) return stageName(words, first);
  const named = stages.map((stage) =>
    words(`stageOfArch.${stage.arch}.${stage.kind}`, { number: stage.number }),
  );
  return named.length === 2
    ? words("pair", { first: named[0] ?? "", second: lowered(named[1] ?? "") })
    : named.join(", ");
}

/** The same within a sentence: "upper aligner 8 and lower aligner 6"; `words` are those of `home`. */
export function stagesMidSentence(
  words: Translate,
  stages: readonly Named[],
  isOneArch: boolean,
): string {
  const [first, second] = stages;
  if (first === undefined) return "";
  const plain = (stage: Named) => words(`mid.${stage.kind}`, { number: stage.number });
  if (isOneArch || (second !== undefined && isAlike(first, second))) return plain(first);
  const [one = "", other] = stages.map((stage) =>
    words(`mid.${stage.arch}`, { stage: plain(stage) }),
  );
  return other === undefined ? one : words("joined", { first: one, second: other });
}

/** The stages a task names, with their kinds. */
export function nextStages(
  { arches }: TreatmentView,
  next: readonly { readonly arch: Arch; readonly stage: number }[],
): StageView[] {
  return next.flatMap(
    ({ arch }) => arches.find((candidate) => candidate.arch === arch)?.nextStage ?? [],
  );
}

/** The stages worn now. */
export function wornStages({ arches }: TreatmentView): StageView[] {
  return arches.flatMap(({ currentStage }) => currentStage ?? []);
}

/** Aligners worn to the end, as people count them: those of the arch with more, retainers left out. */
export function alignersWorn({ arches }: TreatmentView): number {
  const worn = arches.map(({ stages, finished }) => {
    const active = stages.filter(({ seriesKind }) => seriesKind !== "retention");
    return finished ? active.length : active.filter(({ status }) => status === "completed").length;
  });
  return Math.max(0, ...worn);
}

/** A sentence may begin with words made for its middle. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function isAlike(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.number === other.number;
}

function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}
