import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import { getTranslations } from "@/lib/translations";
import type { ArchView, TreatmentView } from "../schema";
import { stageName } from "./stage-names";
import { TreatmentFlagChip } from "./treatment-flag-chip";
import { TreatmentStrip } from "./treatment-strip";

type TreatmentSummaryProps = {
  treatment: TreatmentView;
  /** The plan is a draft its patient does not see. */
  isDraft?: boolean;
  /** Stands beside the heading. */
  action?: ReactNode;
};

/** The plan in one card, read only: worn now, next, how far, both arches at a glance. For doctor and desk. */
export async function TreatmentSummary({
  treatment,
  isDraft = false,
  action,
}: TreatmentSummaryProps) {
  const [words, language] = await Promise.all([getTranslations("treatment"), getLocale()]);
  if (treatment.phase === "no_plan") {
    return (
      <EmptyState action={action} title={words("summary.none")}>
        {words("summary.noneText")}
      </EmptyState>
    );
  }
  const { arches, percentDone, daysLeft, wearGoalMinutes } = treatment;
  const endOn = treatment.finishOn ?? treatment.earliestFinishOn;
  const day = (on: string) => shortDay(on, language);
  const hours = Math.round((wearGoalMinutes ?? 0) / 60);
  const perArch = (line: (arch: ArchView) => string) => (
    <PerArch arches={arches} line={line} words={words} />
  );
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="font-semibold text-lg">{words("summary.title")}</h2>
          <TreatmentFlagChip treatment={treatment} />
          {isDraft && <span className="text-notice text-sm">{words("summary.draft")}</span>}
        </div>
        {action}
      </div>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[3fr_2fr] xl:grid-cols-[5fr_4fr_3fr_4fr]">
        <Fact name={words("summary.worn")}>{perArch((arch) => wornLine(arch, words, day))}</Fact>
        <Fact name={words("summary.next")}>{perArch((arch) => nextLine(arch, words, day))}</Fact>
        <Fact name={words("summary.progress")}>
          {words("summary.progressText", { percent: percentDone, days: daysLeft })}
        </Fact>
        <Fact name={words("summary.finish")}>
          {endOn === null
            ? words("timeline.noDay")
            : treatment.finishOn === null
              ? words("timeline.earliest", { day: shortDay(endOn, language, { year: true }) })
              : shortDay(endOn, language, { year: true })}
          {hours > 0 && (
            <span className="block text-muted text-sm">
              {words("summary.wear")}: {words("summary.hours", { hours })}
            </span>
          )}
        </Fact>
      </dl>
      <TreatmentStrip treatment={treatment} />
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

type PerArchProps = {
  arches: readonly ArchView[];
  line: (arch: ArchView) => string;
  words: Translate;
};

/** One line while both arches say the same, else one each. */
function PerArch({ arches, line, words }: PerArchProps) {
  const lines = arches.map((arch) => ({ arch, text: line(arch) }));
  const [first, second] = lines;
  if (first !== undefined && (second === undefined || first.text === second.text))
    return first.text;
  return lines.map(({ arch, text }) => (
    <span className="block" key={arch.arch}>
      <span className="text-muted">{words(`arch.${arch.arch}`)}:</span> {text}
    </span>
  ));
}

function wornLine(
  { currentStage, stagesInSeries }: ArchView,
  words: Translate,
  day: (on: string) => string,
) {
  if (currentStage === null) return words("summary.nothing");
  const name = `${stageName(words, currentStage)} ${words("of", { total: stagesInSeries })}`;
  return currentStage.startedOn === null
    ? name
    : `${name}, ${words("summary.since", { day: day(currentStage.startedOn) })}`;
}

function nextLine(arch: ArchView, words: Translate, day: (on: string) => string) {
  const { nextStage, nextChangeOn, waitingFor, overdueDays } = arch;
  if (nextStage === null) return words("summary.nothing");
  const stage = stageName(words, nextStage);
  if (nextChangeOn !== null) {
    return words(overdueDays > 0 ? "summary.nextOverdue" : "summary.nextOn", {
      stage,
      day: day(nextChangeOn),
    });
  }
  if (waitingFor === null) return stage;
  return words("summary.nextWaits", { stage, reason: words(`summary.waits.${waitingFor.reason}`) });
}
