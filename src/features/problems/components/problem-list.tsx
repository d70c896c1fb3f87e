import { Camera } from "lucide-react";
import Link from "next/link";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import type { ClinicActor } from "@/features/access/actors";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { problemStage } from "../report-words";
import { type UnansweredProblem, unansweredProblems, type Whose } from "../unanswered";

type ProblemListProps = {
  services: Services;
  actor: ClinicActor;
  whose: Whose;
  after: string | undefined;
};

/** Each with its patient, what and since when, and the way to answer. */
export async function ProblemList({ services, actor, whose, after }: ProblemListProps) {
  const [{ items, next }, words] = await Promise.all([
    unansweredProblems(services, actor, { whose, after }),
    getTranslations("problems.list"),
  ]);
  if (items.length === 0 && after === undefined)
    return <EmptyState title={words("empty")}>{words("emptyText")}</EmptyState>;
  const page = (cursor: string | null) => {
    const search = new URLSearchParams({
      ...(whose === "all" && { whose }),
      ...(cursor !== null && { after: cursor }),
    });
    return search.size === 0 ? "/doctor/problems" : `/doctor/problems?${search}`;
  };
  return (
    <>
      <Card flush>
        <ul className="divide-y divide-hairline">
          {items.map((problem) => (
            <ProblemLine key={problem.id} problem={problem} zone={actor.zone} />
          ))}
        </ul>
      </Card>
      <Pagination
        firstHref={after === undefined ? null : page(null)}
        nextHref={next === null ? null : page(next)}
      />
    </>
  );
}

async function ProblemLine({ problem, zone }: { problem: UnansweredProblem; zone: string }) {
  const [words, treatment, language] = await Promise.all([
    getTranslations("problems"),
    getTranslations("treatment"),
    getLocale(),
  ]);
  const { patientId, patientName, kind, stage, reportedAt, noticedOn, threadId } = problem;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 sm:px-5">
      <div className="flex min-w-0 grow basis-80 flex-col gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Link
            className="link font-semibold [overflow-wrap:anywhere]"
            data-list-item=""
            href={`/doctor/patients/${patientId}`}
            prefetch={false}
          >
            {patientName}
          </Link>
          <span className="font-medium">
            {words("report.line", {
              kind: words(`kinds.${kind}`),
              stage: problemStage(treatment, stage),
            })}
          </span>
        </p>
        {problem.words !== null && (
          <p className="line-clamp-2 [overflow-wrap:anywhere]" dir="auto">
            {problem.words}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
          <span>
            {words("list.reported", {
              day: formatInstantDay(reportedAt, zone, language),
              time: formatInstantTime(reportedAt, zone, language),
            })}
            , {words("list.noticed", { day: shortDay(noticedOn, language) })}
          </span>
          {problem.hasPhoto && (
            <span className="inline-flex items-center gap-1">
              <Camera aria-hidden="true" className="size-4" /> {words("list.photo")}
            </span>
          )}
        </p>
      </div>
      <ButtonLink
        href={
          threadId === null
            ? `/doctor/inbox/new?patient=${patientId}`
            : `/doctor/inbox?show=all&whose=all&thread=${threadId}`
        }
        kind="secondary"
        prefetch={false}
        small
      >
        {words("list.answer")}
      </ButtonLink>
    </li>
  );
}
