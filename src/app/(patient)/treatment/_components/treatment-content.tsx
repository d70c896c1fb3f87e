import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { drawn } from "@/components/drawn";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import type { PatientActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { CheckInLine } from "@/features/check-ins/components/check-in-line";
import { SmileSoFar } from "@/features/check-ins/components/smile-so-far";
import { openCheckInOf } from "@/features/check-ins/own-check-in";
import { AskLink } from "@/features/messages/about/ask-link";
import { ProblemLink } from "@/features/problems/components/problem-link";
import { Achievements } from "@/features/treatment/components/achievements";
import { TreatmentPicture } from "@/features/treatment/components/arch-pictures";
import { nextPartWords, paceWords } from "@/features/treatment/components/pace-words";
import { stageName } from "@/features/treatment/components/stage-names";
import { StageTable } from "@/features/treatment/components/stage-table";
import { TreatmentTimelineView } from "@/features/treatment/components/treatment-timeline-view";
import { PlanNews } from "@/features/treatment/news/components/plan-news";
import { treatmentTimeline } from "@/features/treatment/queries";
import { ChangesLately } from "@/features/treatment/undo/components/changes-lately";
import { readLately } from "@/features/treatment/undo/read-lately";
import { WearLink } from "@/features/wear/components/wear-link";
import { formatDay } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import { languageFor } from "@/lib/words";

type TreatmentContentProps = Admitted<PatientActor> & {
  /** The patient the address names, for links. */
  named: string | undefined;
};

/** Picture, achievements and the timeline. */
export async function TreatmentContent({ services, actor, named }: TreatmentContentProps) {
  const [timeline, lately, checkIn, words, language] = await Promise.all([
    treatmentTimeline(services, actor),
    readLately(services, actor),
    openCheckInOf(services, actor.practiceId, actor.patientId),
    getTranslations("treatment"),
    getLocale().then(languageFor),
  ]);
  const { treatment } = timeline;
  if (treatment.phase === "no_plan") {
    return (
      <>
        <h1 className="font-bold text-2xl sm:text-3xl">{words("title")}</h1>
        <EmptyState
          action={
            <ButtonLink href={withPatient("/messages", named)}>{words("empty.action")}</ButtonLink>
          }
          title={words("empty.title")}
        >
          {words("empty.text")}
        </EmptyState>
      </>
    );
  }
  const endOn = treatment.finishOn ?? treatment.earliestFinishOn;
  const pace = paceWords(words, treatment);
  const nextPart = nextPartWords(words, treatment);
  const isOver = treatment.phase === "finished" || treatment.phase === "retention";
  return (
    <div className="flex flex-col gap-5">
      <Card
        className="grid items-center gap-x-8 gap-y-3 sm:grid-cols-2"
        {...drawn(
          <>
            <div className="mx-auto w-full max-w-52 sm:max-w-72">
              <TreatmentPicture language={language} treatment={treatment} />
            </div>
            <header className="flex flex-col gap-1.5">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1.5 sm:flex-col">
                <h1 className="font-bold text-2xl sm:text-3xl">{words("title")}</h1>
                <p className="text-lg">
                  {words("percentDone", { percent: treatment.percentDone })}
                </p>
              </div>
              <p className="text-muted">
                {isOver
                  ? words(treatment.phase === "retention" ? "retention" : "finished")
                  : endOn !== null &&
                    words(treatment.finishOn === null ? "endsEarliest" : "endsAround", {
                      day: formatDay(endOn, language, true),
                    })}
              </p>
              {pace !== null && <p className="text-muted text-sm">{pace}</p>}
              {nextPart !== null && <p className="font-medium text-accent">{nextPart}</p>}
            </header>
          </>,
        )}
      />
      {checkIn !== null && <CheckInLine named={named} open={checkIn} />}
      <ChangesLately
        isOneArch={treatment.arches.length < 2}
        language={language}
        lately={lately}
        mayAct={lately.mayAct}
        patientId={actor.patientId}
        today={treatment.today}
        zone={actor.zone}
      />
      <PlanNews actor={actor} services={services} />
      <Achievements language={language} treatment={treatment} />
      {!isOver && <ProblemLink named={named} />}
      <TreatmentTimelineView
        audience="patient"
        besideStage={({ stages: [stage], time }) =>
          stage &&
          time !== "ahead" && (
            <AskLink
              about={{ kind: "stage", id: stage.id }}
              named={named}
              which={stageName(words, stage)}
            />
          )
        }
        bookHref={withPatient("/appointments/new", named)}
        treatment={treatment}
        visits={timeline.visits}
        zone={actor.zone}
      />
      <SmileSoFar
        actor={actor}
        audience="patient"
        patientId={actor.patientId}
        services={services}
      />
      <StageTable treatment={treatment} />
      <WearLink named={named} treatment={treatment} />
    </div>
  );
}
