import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { StepProgress } from "@/components/step-progress";
import { TimeText } from "@/components/time-text";
import type { PatientActor } from "@/features/access/actors";
import type { Search } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { addressOf, oneOf } from "../../page-search";
import { timeChoice } from "../../time-choice";
import { practicePhone } from "../../visits-page";
import { PhoneOnly } from "./phone-only";
import { TimesSection } from "./times-section";
import { WaitInstead } from "./wait-instead";

type ChooseTimeProps = {
  services: Services;
  actor: PatientActor;
  search: Search;
  visitTypeId: string;
  severalTypes: boolean;
  /** The address names a hold that is over. */
  holdGone: boolean;
};

/** Free times for one type of visit; choosing one holds it. */
export async function ChooseTime(props: ChooseTimeProps) {
  const { services, actor, search, visitTypeId, severalTypes, holdGone } = props;
  const whom = oneOf(search, "whom");
  const patient = oneOf(search, "patient");
  const path = "/appointments/new";
  const kept = { patient, type: visitTypeId };
  const [words, language, phone, chosen] = await Promise.all([
    getTranslations("appointments"),
    getLocale(),
    practicePhone(services, actor),
    timeChoice(services, actor, { visitTypeId, whom, dayOn: oneOf(search, "day") }),
  ]);
  if (!chosen.ok) {
    if (chosen.reason === "not_found") notFound();
    return <PhoneOnly actor={actor} services={services} />;
  }
  const choice = chosen.value;
  return (
    <Stack gap={6}>
      <Stack gap={6}>
        <StepProgress label={words("new.step", { step: 2, total: 3 })} step={2} total={3} />
        <PageTitle
          action={
            severalTypes && (
              <Link
                className="link inline-flex min-h-11 items-center"
                href={addressOf(path, { patient })}
              >
                {words("new.changeType")}
              </Link>
            )
          }
          eyebrow={`${choice.visit.name}, ${words("minutes", { minutes: choice.visit.minutes })}`}
          title={words("new.timeTitle")}
        />
      </Stack>
      {holdGone && (
        <Notice live title={words("new.holdGoneTitle")} tone="notice">
          {words("new.holdGoneText")}
        </Notice>
      )}
      {choice.holds.map(({ id, startsAt }) => (
        <Notice
          action={
            <ButtonLink href={addressOf(path, { ...kept, hold: id })} kind="secondary" small>
              {words("new.goOn")}
            </ButtonLink>
          }
          key={id}
          title={words("new.holdingTitle")}
        >
          <TimeText at={startsAt} language={language} zone={actor.zone} />
        </Notice>
      ))}
      <TimesSection
        action={{
          kind: "hold",
          visitTypeId,
          patientId: actor.patientId,
          confirmHref: addressOf(path, { ...kept, whom }),
          heldIds: choice.holds.map(({ id }) => id),
        }}
        choice={choice}
        kept={kept}
        path={path}
        phone={phone}
        whom={whom}
        zone={actor.zone}
      />
      <WaitInstead patient={patient} typeId={visitTypeId} />
    </Stack>
  );
}
