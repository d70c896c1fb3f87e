import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PhoneLink } from "@/components/phone-link";
import { TimeText } from "@/components/time-text";
import type { PatientActor } from "@/features/access/actors";
import { addressOf } from "@/features/appointments/page-search";
import { practicePhone } from "@/features/appointments/visits-page";
import { zoneName } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import type { JoinChoices } from "../join-choices";
import { weekdayName } from "../wish-words";
import { JoinForm } from "./join-form";
import { wishFieldWordKeys } from "./wish-field-words";

type JoinListProps = {
  services: Services;
  actor: PatientActor;
  choices: JoinChoices;
  patient: string | undefined;
};

/** What is waited for, and the wish (R35). */
export async function JoinList({ services, actor, choices, patient }: JoinListProps) {
  const [words, all, language] = await Promise.all([
    getTranslations("waitingList.join"),
    getTranslations("appointments"),
    getLocale(),
  ]);
  const { visit, visitType, own, closed } = choices;
  const { zone } = actor;
  const backHref = addressOf("/appointments", { patient });
  const back = (
    <ButtonLink href={backHref} kind="secondary" small>
      {words("back")}
    </ButtonLink>
  );
  return (
    <Stack gap={6}>
      <PageTitle
        eyebrow={visitType.name}
        lead={closed ? undefined : words(visit ? "lead" : "leadAny")}
        title={words(visit ? "title" : "titleAny")}
      />
      {visit && (
        <Card tone="sunken">
          <p className="text-muted text-sm">{words("present")}</p>
          <p className="font-semibold">
            <TimeText at={visit.startsAt} language={language} zone={zone} />
          </p>
          <p className="text-muted text-sm first-letter:uppercase">
            {all("practiceTime", { zone: zoneName(visit.startsAt, zone, language) })}
          </p>
        </Card>
      )}
      {closed === "already" && (
        <Notice action={back} title={words("alreadyTitle")}>
          {words("alreadyText")}
        </Notice>
      )}
      {closed === "not_movable" && (
        <Notice
          action={
            <PhoneLink label={all("callPractice")} phone={await practicePhone(services, actor)} />
          }
          title={words("closedTitle")}
          tone="notice"
        >
          {words("closedText")}
        </Notice>
      )}
      {closed === null && (
        <Card>
          <JoinForm
            backHref={backHref}
            doneHref={addressOf("/appointments", { patient, done: "waiting" })}
            own={own}
            patientId={actor.patientId}
            today={services.now.toZonedDateTimeISO(zone).toPlainDate().toString()}
            wanted={visit ? { appointmentId: visit.id } : { visitTypeId: visitType.id }}
            weekdays={[1, 2, 3, 4, 5, 6, 7].map((weekday) => weekdayName(weekday, language))}
            words={{
              ...pickWords(words, wishFieldWordKeys),
              ...pickWords(words, ["whom", "anyone", "anyoneText", "byText", "confirm", "back"]),
              only: words("only", { name: own?.name ?? "" }),
              onlyText: words("onlyText", { name: own?.name ?? "" }),
            }}
          />
        </Card>
      )}
    </Stack>
  );
}
