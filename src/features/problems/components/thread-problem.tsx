import { BookmarkCheck, MessageCircleReply } from "lucide-react";
import type { ThreadMember } from "@/features/messages/thread-member";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { problemOfThread, type ReportedProblem } from "../reported";

type ThreadProblemProps = {
  services: Services;
  actor: ThreadMember;
  patientId: string;
  threadId: string;
};

/** Above a thread that began with a report: what the orthodontist said beforehand. Nothing for other threads (R25). */
export async function ThreadProblem({ services, actor, patientId, threadId }: ThreadProblemProps) {
  const problem = await problemOfThread(services, actor, { patientId, threadId });
  if (problem === null) return null;
  const { advice, answeredAt } = problem;
  // Once the practice has written, its own words are below.
  if (advice === null && answeredAt !== null) return null;
  const words = await getTranslations("problems.advice");
  const isClinic = actor.kind === "clinic";
  const Icon = advice === null ? MessageCircleReply : BookmarkCheck;
  return (
    <section
      aria-labelledby="advice-title"
      className="flex gap-3 rounded-card bg-accent-soft p-4 sm:p-5"
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="font-semibold text-lg" id="advice-title">
          {isClinic ? words("shownTitle") : patientTitle(words, problem, actor.practiceName)}
        </h2>
        {advice === null ? (
          <p>{words(isClinic ? "shownNone" : "none")}</p>
        ) : (
          <p className="whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
            {advice}
          </p>
        )}
        {isClinic && problem.adviceFrom !== null && (
          <p className="text-muted text-sm">
            {words(problem.adviceFrom === "plan" ? "fromPlan" : "fromPractice")}
          </p>
        )}
      </div>
    </section>
  );
}

function patientTitle(
  words: Awaited<ReturnType<typeof getTranslations>>,
  { advice, adviceFrom, practitionerName }: ReportedProblem,
  practice: string,
): string {
  if (advice === null) return words("noneTitle");
  if (adviceFrom === "practice") return words("ofPractice", { practice });
  return practitionerName === null
    ? words("ofPracticePlan")
    : words("ofPlan", { name: practitionerName });
}
