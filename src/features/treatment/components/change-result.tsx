import { formatDay } from "@/lib/format-time";
import type { Translate } from "@/lib/translations";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import type { JustChanged } from "../just-changed";
import type { DateDifferenceView, TreatmentView } from "../schema";
import { changeResultId } from "./change-result-id";
import { capitalised, stagesMidSentence, wornStages } from "./stage-names";
import { TrayInPlace } from "./tray-in-place";

type ChangeResultProps = {
  changed: JustChanged | null;
  treatment: TreatmentView;
  language: Language;
};

/** What the last change moved, and why (R21). Stands empty before, so that it is read out when it fills. */
export function ChangeResult({ changed, treatment, language }: ChangeResultProps) {
  if (changed === null) return <div className="contents" role="status" />;
  const words = translationsIn(language, "home");
  const isOneArch = treatment.arches.length < 2;
  const stages = wornStages(treatment).filter((stage) =>
    changed.differences.some(
      ({ arch, stage: number }) => arch === stage.arch && number === stage.number,
    ),
  );
  const named = capitalised(stagesMidSentence(words, stages, isOneArch));
  const count = new Set(stages.map(({ number }) => number)).size;
  const nextOn = treatment.arches.flatMap(({ nextChangeOn }) => nextChangeOn ?? []).toSorted()[0];
  return (
    <div className="contents" role="status">
      <section
        className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-card border border-transparent bg-success-soft p-5 sm:flex-nowrap"
        id={changeResultId}
        key={changed.differences.map(({ arch, stage }) => `${arch} ${stage}`).join()}
        tabIndex={-1}
      >
        <TrayInPlace />
        <div className="flex min-w-48 grow basis-48 flex-col gap-1">
          <h2 className="font-semibold text-lg">
            {words("changed.title", { stages: named, count })}
          </h2>
          {sentences(words, changed.differences).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {nextOn !== undefined && (
            <p className="font-medium">
              {words("changed.next", { day: formatDay(nextOn, language) })}
            </p>
          )}
        </div>
      </section>
    </div>
  );
}

/** One sentence when both arches moved alike, else one each. */
function sentences(words: Translate, differences: readonly DateDifferenceView[]): string[] {
  const [first, second] = differences;
  if (first === undefined) return [];
  const isAlike =
    second === undefined ||
    (first.movedDays === second.movedDays && first.lateDays === second.lateDays);
  return isAlike
    ? [sentence(words, first, "both")]
    : differences.map((difference) => sentence(words, difference, difference.arch));
}

function sentence(words: Translate, difference: DateDifferenceView, arch: string): string {
  const { lateDays, movedDays, stage } = difference;
  if (lateDays === 0) return words(stage === 1 ? "changed.firstTime" : "changed.onTime");
  if (movedDays > 0) return words("changed.later", { arch, moved: movedDays, late: lateDays });
  if (movedDays < 0) return words("changed.sooner", { arch, moved: -movedDays, early: -lateDays });
  return words("changed.same", { arch });
}
