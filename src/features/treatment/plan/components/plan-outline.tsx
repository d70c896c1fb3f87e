import { getLocale } from "next-intl/server";
import { DataTable } from "@/components/data-table";
import { Card } from "@/components/layout";
import { ARCHES } from "@/domain/treatment/facts";
import { type StageSpan, stageSpans } from "@/domain/treatment/plan/stage-spans";
import { shortDate } from "@/lib/short-day";
import { getTranslations, type Translate } from "@/lib/translations";
import type { PlanDraft } from "../schema";

/** A plan in words, read only: stages that are alike share a line. */
export async function PlanOutline({ plan }: { plan: PlanDraft }) {
  const [words, treatment, language] = await Promise.all([
    getTranslations("plan"),
    getTranslations("treatment"),
    getLocale(),
  ]);
  return (
    <div className="flex flex-col gap-4 text-ink">
      <p>{words("versions.goal", { hours: plan.wearGoalMinutes / 60 })}</p>
      {plan.series.map((series, index) => {
        const number = index + 1;
        const day =
          series.startsOn === null
            ? words("versions.noDay")
            : words("versions.begins", { day: shortDate(series.startsOn, language) });
        const spans = ARCHES.flatMap((arch) => stageSpans(series, arch));
        return (
          <Card flush key={series.id ?? number}>
            <div className="flex flex-wrap items-baseline gap-x-3 px-4 pt-3">
              <h3 className="font-semibold">
                {words("series.heading", { number, kind: treatment(`series.${series.kind}`) })}
              </h3>
              <span className="text-muted text-sm">
                {day}
                {series.endedOn !== null && (
                  <>
                    {", "}
                    {words("series.ended", { day: shortDate(series.endedOn, language) })}
                  </>
                )}
              </span>
            </div>
            <DataTable
              caption={words("versions.table.caption", { series: number })}
              columns={[
                {
                  key: "stage",
                  header: words("versions.table.stage"),
                  cell: (span) => (
                    <span className="whitespace-nowrap">{spanName(span, words)}</span>
                  ),
                  names: true,
                },
                {
                  key: "kind",
                  header: words("versions.table.kind"),
                  cell: ({ stage }) => words(`stage.kinds.${stage.kind}`),
                },
                {
                  key: "days",
                  header: words("versions.table.days"),
                  cell: ({ stage }) => (stage.kind === "template" ? "" : stage.intervalDays),
                  numeric: true,
                },
                {
                  key: "after",
                  header: words("versions.table.after"),
                  cell: ({ stage }) =>
                    stage.stopAfter === "none" ? "" : words(`stage.stops.${stage.stopAfter}`),
                },
                {
                  key: "work",
                  header: words("versions.table.work"),
                  cell: ({ stage }) => workOf(stage, words).join("; "),
                },
              ]}
              rowKey={({ arch, first }) => `${arch} ${first}`}
              rows={spans}
            />
          </Card>
        );
      })}
    </div>
  );
}

function spanName({ arch, first, last, stage }: StageSpan, words: Translate): string {
  if (stage.kind === "template") return words(`stage.template.${arch}`);
  return first === last
    ? words(`stage.one.${arch}`, { first })
    : words(`stage.more.${arch}`, { first, last });
}

function workOf({ place, remove, ipr, note }: StageSpan["stage"], words: Translate): string[] {
  const spots = ipr.map(({ between, millimetres }) =>
    words("changes.spot", { teeth: between.join("–"), mm: millimetres }),
  );
  return [
    ...(place.length > 0 ? [words("teeth.place", { teeth: place.join(", ") })] : []),
    ...(remove.length > 0 ? [words("teeth.remove", { teeth: remove.join(", ") })] : []),
    ...(spots.length > 0 ? [`IPR ${spots.join(", ")}`] : []),
    ...(note === null ? [] : [note]),
  ];
}
