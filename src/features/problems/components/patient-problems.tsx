import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/layout";
import type { ClinicActor } from "@/features/access/actors";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { problemStage } from "../report-words";
import { type ReportedProblem, reportedProblems } from "../reported";

type PatientProblemsProps = { services: Services; actor: ClinicActor; patientId: string };

/** What a patient reported about their aligners, for those who treat them; nothing when nothing was. */
export async function PatientProblems({ services, actor, patientId }: PatientProblemsProps) {
  const [reported, words, treatment, language] = await Promise.all([
    reportedProblems(services, actor, patientId),
    getTranslations("problems"),
    getTranslations("treatment"),
    getLocale(),
  ]);
  if (reported.length === 0) return null;
  const line = (problem: ReportedProblem) => (
    <>
      <span className={problem.answeredAt === null ? "font-semibold" : "font-medium"}>
        {words("report.line", {
          kind: words(`kinds.${problem.kind}`),
          stage: problemStage(treatment, problem.stage),
        })}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
        {formatInstantDay(problem.reportedAt, actor.zone, language)}
        {problem.answeredAt === null && (
          <StatusChip tone="accent">{words("panel.waiting")}</StatusChip>
        )}
      </span>
    </>
  );
  return (
    <Card className="flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{words("panel.title")}</h2>
        <ButtonLink className="-me-3.5" href="/doctor/problems" kind="quiet" prefetch={false} small>
          {words("panel.all")}
        </ButtonLink>
      </div>
      <ul className="-mx-2 flex flex-col">
        {reported.map((problem) => (
          <li key={problem.id}>
            {problem.threadId === null ? (
              <span className="flex min-h-11 flex-col px-2 py-1.5">{line(problem)}</span>
            ) : (
              <Link
                className="flex min-h-11 flex-col rounded-control px-2 py-1.5 hover:bg-sunken"
                data-list-item=""
                href={`/doctor/inbox?show=all&whose=all&thread=${problem.threadId}`}
                prefetch={false}
              >
                {line(problem)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
