import { getLocale } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import type { PatientActor } from "@/features/access/actors";
import type { Admitted } from "@/features/access/page-gates";
import { chipMinutes } from "@/features/wear/components/chips";
import { daysToNote, listedDays } from "@/features/wear/components/days-to-note";
import { WearDayList } from "@/features/wear/components/wear-day-list";
import { WearEntry } from "@/features/wear/components/wear-entry";
import { WearPicture, WearTable } from "@/features/wear/components/wear-picture";
import { wearWords } from "@/features/wear/components/wear-words";
import { wearPage } from "@/features/wear/read-wear";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

type WearContentProps = Admitted<PatientActor> & {
  /** The patient the address names, for links. */
  named: string | undefined;
};

/** Goals are hours; where no stage names one, the usual ones are offered. */
const USUAL_GOAL_MINUTES = 1320;

/** Today's note, four weeks as a picture, and the days that can be corrected. */
export async function WearContent({ services, actor, named }: WearContentProps) {
  const [{ wear, phase, mayAct }, words, language] = await Promise.all([
    wearPage(services, actor),
    getTranslations("wear"),
    getLocale(),
  ]);
  const back = withPatient("/treatment", named);
  const days = daysToNote(wear, words, language);
  if (phase === "no_plan" || days.length === 0) {
    return (
      <div className="flex flex-col gap-4">
        <h1 className="font-bold text-2xl sm:text-3xl">{words("title")}</h1>
        <EmptyState
          action={<ButtonLink href={back}>{words("empty.action")}</ButtonLink>}
          title={words("empty.title")}
        >
          {words("empty.text")}
        </EmptyState>
      </div>
    );
  }
  const entry = {
    patientId: actor.patientId,
    choices: chipMinutes(wear.goalMinutes ?? USUAL_GOAL_MINUTES),
    words: wearWords(words),
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <BackLink href={back}>{words("back")}</BackLink>
        <h1 className="font-bold text-2xl sm:text-3xl">{words("title")}</h1>
      </div>
      {mayAct && (
        <Card className="flex flex-col gap-4">
          <h2 className="font-semibold text-lg">{words("card")}</h2>
          <WearEntry {...entry} days={days.slice(0, 2)} />
        </Card>
      )}
      <Card className="flex flex-col gap-4">
        <h2 className="font-semibold text-lg">{words("picture.title")}</h2>
        <WearPicture wear={wear} />
      </Card>
      <WearTable wear={wear} />
      {mayAct && days.length > 2 && (
        <section aria-labelledby="wear-days" className="flex flex-col gap-3">
          <div className="flex flex-col gap-1">
            <h2 className="font-semibold text-xl" id="wear-days">
              {words("days.title")}
            </h2>
            <p className="text-muted">{words("days.lead")}</p>
          </div>
          <WearDayList
            {...entry}
            add={words("days.add")}
            change={words("days.change")}
            days={listedDays(wear, words, language)}
          />
        </section>
      )}
    </div>
  );
}
