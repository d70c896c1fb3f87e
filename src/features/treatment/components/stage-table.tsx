import { getLocale } from "next-intl/server";
import { DataTable } from "@/components/data-table";
import { Disclosure } from "@/components/disclosure";
import { drawn } from "@/components/drawn";
import { formatDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { StageView, TreatmentView } from "../schema";
import { stageNames } from "./stage-names";

/** The timeline's equal in text: every stage of every arch, a line each. */
export async function StageTable({ treatment }: { treatment: TreatmentView }) {
  const [words, language] = await Promise.all([getTranslations("treatment"), getLocale()]);
  const stages = treatment.arches.flatMap((arch) => arch.stages);
  const day = (on: string | null) =>
    on === null ? words("timeline.noDay") : formatDay(on, language, true);
  const from = (stage: StageView) => {
    const on = stage.startedOn ?? stage.plannedOn;
    if (on !== null || stage.earliestOn === null) return day(on);
    return words("timeline.earliest", { day: day(stage.earliestOn) });
  };
  return (
    <Disclosure summary={words("timeline.tableTitle")}>
      <div
        {...drawn(
          <DataTable
            caption={words("timeline.table.caption")}
            columns={[
              {
                key: "stage",
                header: words("timeline.table.stage"),
                cell: (stage) => stageNames(words, [stage], treatment.arches.length === 1),
                names: true,
              },
              { key: "from", header: words("timeline.table.from"), cell: from },
              {
                key: "until",
                header: words("timeline.table.until"),
                cell: (stage) => (stage.completedOn === null ? "" : day(stage.completedOn)),
              },
              {
                key: "state",
                header: words("timeline.table.state"),
                cell: (stage) => words(`status.${stage.status}`),
              },
            ]}
            rowKey={({ id }) => id}
            rows={stages}
          />,
        )}
      />
    </Disclosure>
  );
}
