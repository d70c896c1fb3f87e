import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { Card } from "@/components/layout";
import { formatInstantDay } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import { problemStage } from "../report-words";
import type { ReportedProblem } from "../reported";

type OpenReportsProps = {
  reported: readonly ReportedProblem[];
  zone: string;
  named: string | undefined;
};

/** What the patient told before, with the way to each conversation; nothing when nothing was. */
export async function OpenReports({ reported, zone, named }: OpenReportsProps) {
  const [words, treatment, language] = await Promise.all([
    getTranslations("problems"),
    getTranslations("treatment"),
    getLocale(),
  ]);
  const shown = reported.filter(({ threadId }) => threadId !== null);
  if (shown.length === 0) return null;
  return (
    <Card className="flex flex-col gap-2">
      <h2 className="font-semibold text-lg">{words("open.title")}</h2>
      <ul className="-mx-2 flex flex-col">
        {shown.map(({ id, kind, stage, threadId, reportedAt, answeredAt }) => (
          <li key={id}>
            <Link
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-control px-2 py-2 hover:bg-sunken"
              href={withPatient(`/messages/${threadId}`, named)}
            >
              <span className="flex min-w-0 flex-col">
                <span className="font-medium">
                  {words("report.line", {
                    kind: words(`kinds.${kind}`),
                    stage: problemStage(treatment, stage),
                  })}
                </span>
                <span className="text-muted text-sm">
                  {words("open.told", { day: formatInstantDay(reportedAt, zone, language) })}
                </span>
              </span>
              <StatusChip tone={answeredAt === null ? "plain" : "success"}>
                {words(answeredAt === null ? "open.waits" : "open.answered")}
              </StatusChip>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
