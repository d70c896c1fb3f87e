import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Card, PageTitle, Stack } from "@/components/layout";
import { TimeText } from "@/components/time-text";
import type { PatientActor } from "@/features/access/actors";
import type { Search } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { addressOf, oneOf } from "../../page-search";
import type { AppointmentView } from "../../schema";
import { timeChoice } from "../../time-choice";
import { practicePhone } from "../../visits-page";
import { leftOutOfMove } from "../../wishes/wished-time";
import { PhoneOnly } from "./phone-only";
import { TimesSection } from "./times-section";
import { WaitInstead } from "./wait-instead";

type ChooseNewTimeProps = {
  services: Services;
  actor: PatientActor;
  visit: AppointmentView;
  search: Search;
};

/** Free times for a visit that moves; with the same orthodontist first. */
export async function ChooseNewTime({ services, actor, visit, search }: ChooseNewTimeProps) {
  const whom = oneOf(search, "whom") ?? visit.practitioner.id;
  const patient = oneOf(search, "patient");
  const leftOutId = await leftOutOfMove(services, actor.practiceId, visit.id);
  const [words, language, phone, chosen] = await Promise.all([
    getTranslations("appointments.reschedule"),
    getLocale(),
    practicePhone(services, actor),
    timeChoice(services, actor, {
      visitTypeId: visit.visitType.id,
      whom,
      dayOn: oneOf(search, "day"),
      ...(leftOutId !== undefined && { leftOutId }),
    }),
  ]);
  if (!chosen.ok) {
    if (chosen.reason === "not_found") notFound();
    return <PhoneOnly actor={actor} services={services} />;
  }
  const path = `/appointments/${visit.id}/reschedule`;
  return (
    <Stack gap={6}>
      <PageTitle eyebrow={visit.visitType.name} lead={words("keep")} title={words("title")} />
      <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3" tone="sunken">
        <div>
          <p className="text-muted text-sm">{words("now")}</p>
          <p className="font-semibold">
            <TimeText at={visit.startsAt} language={language} zone={actor.zone} />
          </p>
        </div>
        {visit.wish && (
          <div>
            <p className="text-muted text-sm">{words("asked")}</p>
            <p className="font-semibold">
              <TimeText at={visit.wish.startsAt} language={language} zone={actor.zone} />
            </p>
            <p className="text-muted text-sm">{words("replaces")}</p>
          </div>
        )}
        <ButtonLink href={withPatient("/appointments", patient)} kind="secondary" small>
          {words("keepIt")}
        </ButtonLink>
      </Card>
      <TimesSection
        action={{ kind: "link", confirmHref: addressOf(path, { patient, whom }) }}
        choice={chosen.value}
        kept={{ patient }}
        path={path}
        phone={phone}
        whom={whom}
        zone={actor.zone}
      />
      <WaitInstead patient={patient} visitId={visit.id} />
    </Stack>
  );
}
