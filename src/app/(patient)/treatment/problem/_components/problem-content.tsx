import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import type { PatientActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { threadWords } from "@/features/messages/components/words";
import { OpenReports } from "@/features/problems/components/open-reports";
import { ProblemForm } from "@/features/problems/components/problem-form";
import {
  problemFormWordKeys,
  problemKindChoices,
} from "@/features/problems/components/problem-form-words";
import { problemPage } from "@/features/problems/problem-page";
import { problemStage } from "@/features/problems/report-words";
import { reportedProblems } from "@/features/problems/reported";
import { withPatient } from "@/lib/patient-href";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

type ProblemContentProps = Admitted<PatientActor> & { named: string | undefined };

/** What was told before, and the form for something new. */
export async function ProblemContent({ services, actor, named }: ProblemContentProps) {
  const [page, reported, words, treatment, { picker }] = await Promise.all([
    problemPage(services, actor),
    reportedProblems(services, actor, actor.patientId),
    getTranslations("problems"),
    getTranslations("treatment"),
    threadWords(),
  ]);
  const { stages, today, mayAct } = page;
  const worn = stages.filter(({ time }) => time === "worn");
  return (
    <>
      <OpenReports named={named} reported={reported} zone={actor.zone} />
      {stages.length === 0 || !mayAct ? (
        <EmptyState
          action={
            mayAct && (
              <ButtonLink href={withPatient("/messages/new", named)}>
                {words("none.completed")}
              </ButtonLink>
            )
          }
          title={words("none.title")}
        >
          {words(mayAct ? "none.text" : "none.viewOnly")}
        </EmptyState>
      ) : (
        <Card>
          <ProblemForm
            href={withPatient("/messages/{id}", named)}
            kinds={problemKindChoices(words)}
            patientId={actor.patientId}
            pickerWords={picker}
            stages={stages.map(({ stage, time }) => ({
              value: stage.id,
              label: problemStage(treatment, stage),
              description: words(`form.${time}`),
            }))}
            today={today}
            words={pickWords((key) => String(words.raw(`form.${key}`)), problemFormWordKeys)}
            worn={worn.length === 1 ? worn[0]?.stage.id : undefined}
            yesterday={Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()}
          />
        </Card>
      )}
    </>
  );
}
