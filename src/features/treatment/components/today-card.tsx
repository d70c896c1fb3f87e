import { ButtonLink } from "@/components/button";
import { drawn } from "@/components/drawn";
import { Card } from "@/components/layout";
import { formatDay } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import type { PatientHome } from "../queries";
import type { StageView, TreatmentView } from "../schema";
import { ArchPictures } from "./arch-pictures";
import { ChangeActions } from "./change-actions";
import { todayWords } from "./today-words";

type TodayCardProps = {
  home: PatientHome;
  patientId: string;
  /** The patient the address names, for links. */
  named: string | undefined;
  language: Language;
};

/** Which aligner now, and the one thing to do today, under the thumb (R19). */
export function TodayCard({ home, patientId, named, language }: TodayCardProps) {
  const words = translationsIn(language, "home");
  const names = translationsIn(language, "treatment");
  const { treatment } = home;
  const hasSentPhotos = home.checkIn?.state === "submitted";
  const today = todayWords(treatment, { home: words, names, language, hasSentPhotos });
  const hours = Math.round((treatment.wearGoalMinutes ?? 0) / 60);
  const isWorn = treatment.phase === "active" && hours > 0;
  return (
    <Card className="grid items-center gap-x-8 gap-y-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <header
        className="flex flex-col gap-1.5 sm:col-start-2 sm:self-end"
        {...drawn(
          <>
            <p className="font-semibold text-accent text-sm">
              {formatDay(treatment.today, language)}
              {named !== undefined && home.people.length > 1 && (
                <> · {words("forWhom", { name: home.patientName })}</>
              )}
            </p>
            <h1 className="font-bold text-2xl">{today.title}</h1>
            <p className="text-muted">{today.text}</p>
          </>,
        )}
      />
      <div
        className="mx-auto w-full max-w-64 sm:row-span-2 sm:row-start-1 sm:max-w-none"
        {...drawn(<ArchPictures language={language} treatment={treatment} />)}
      />
      <div className="flex flex-col gap-3 sm:col-start-2 sm:self-start">
        {today.change !== null && home.mayAct && (
          <ChangeActions
            changes={requests(treatment, today.change.stages)}
            earliest={earliest(treatment, today.change.stages)}
            isDue={today.isDue}
            patientId={patientId}
            today={treatment.today}
            words={{
              did: words(treatment.phase === "not_started" ? "change.didFirst" : "change.did", {
                stages: today.change.words,
              }),
              earlier: words("change.earlier"),
              already: words("change.already"),
              dialogTitle: words("change.dialogTitle", { stages: today.change.words }),
              day: words("change.day"),
              dayHint: words("change.dayHint"),
              save: words("change.save"),
            }}
          />
        )}
        {home.mayAct && <StopAction home={home} language={language} named={named} />}
        {isWorn && <p className="text-center text-muted text-sm">{words("wearGoal", { hours })}</p>}
      </div>
    </Card>
  );
}

function StopAction({ home, named, language }: Omit<TodayCardProps, "patientId">) {
  const words = translationsIn(language, "home");
  const { task } = home.treatment;
  const waits =
    task.kind === "stop_reached"
      ? task.reason
      : task.kind === "keep_wearing"
        ? task.stopsFor
        : null;
  if (waits === "visit" && home.nextVisit === null) {
    return (
      <ButtonLink href={withPatient("/appointments/new", named)} wide>
        {words("visit.book")}
      </ButtonLink>
    );
  }
  if (home.checkIn?.state === "requested") {
    return (
      <ButtonLink href={withPatient("/treatment/check-in", named)} wide>
        {words("photos.send")}
      </ButtonLink>
    );
  }
  if (waits !== "photo_check_in" && task.kind !== "no_plan") return null;
  return (
    <ButtonLink href={withPatient("/messages", named)} kind="secondary" wide>
      {words("messages.writeAny")}
    </ButtonLink>
  );
}

/** One request for all arches when they change to the same number together, else one per arch. */
function requests(treatment: TreatmentView, stages: readonly StageView[]) {
  const [first, second] = stages;
  const everyArch = treatment.arches.filter(({ nextStage }) => nextStage?.number === first?.number);
  if (second !== undefined && first?.number === second.number && everyArch.length === 2) {
    return [{ stage: first.number }];
  }
  return stages.map(({ arch, number }) => ({ arch, stage: number }));
}

function earliest(treatment: TreatmentView, stages: readonly StageView[]): string | null {
  const begun = treatment.arches
    .filter(({ arch }) => stages.some((stage) => stage.arch === arch))
    .flatMap(({ currentStage }) => currentStage?.startedOn ?? []);
  return begun.toSorted().at(-1) ?? null;
}
