import { ArrowDown } from "lucide-react";
import { getLocale } from "next-intl/server";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { OwnTime } from "@/components/own-time";
import { TimeText } from "@/components/time-text";
import type { PatientActor } from "@/features/access/actors";
import { zoneName } from "@/lib/format-time";
import type { Search } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { changeLimitsAt } from "../../change-limits";
import { addressOf, oneOf } from "../../page-search";
import type { AppointmentView } from "../../schema";
import { ChangesBefore } from "./changes-before";
import { ConfirmMove } from "./confirm-move";
import { timeListWords } from "./time-list-words";

type NewTimeProps = {
  services: Services;
  actor: PatientActor;
  visit: AppointmentView;
  at: string;
  by: string;
  search: Search;
};

/** Old and new one under the other, and one button (R31). */
export async function NewTime({ services, actor, visit, at, by, search }: NewTimeProps) {
  const [words, all, times, ui, language, limits] = await Promise.all([
    getTranslations("appointments.reschedule"),
    getTranslations("appointments"),
    getTranslations("appointments.times"),
    getTranslations("common.ui"),
    getLocale(),
    changeLimitsAt(services, actor, { at, visitTypeId: visit.visitType.id }),
  ]);
  const { zone } = actor;
  const patient = oneOf(search, "patient");
  const path = `/appointments/${visit.id}/reschedule`;
  return (
    <Stack gap={6}>
      <PageTitle eyebrow={visit.visitType.name} title={words("title")} />
      <Card>
        <Stack gap={6}>
          <div className="flex flex-col gap-3">
            <div>
              <p className="text-muted text-sm">{words("now")}</p>
              <p className="text-lg">
                <TimeText at={visit.startsAt} language={language} zone={zone} />
              </p>
            </div>
            <ArrowDown aria-hidden="true" className="size-6 text-accent" />
            <div>
              <p className="text-muted text-sm">{words("new")}</p>
              <p className="font-bold text-xl">
                <TimeText at={at} language={language} zone={zone} />
              </p>
              <p className="text-muted first-letter:uppercase">
                {all("practiceTime", { zone: zoneName(at, zone, language) })}
              </p>
              <OwnTime at={at} language={language} words={String(all.raw("ownTime"))} zone={zone} />
            </div>
          </div>
          {limits.needsApproval ? (
            <Notice title={all("new.approvalTitle")}>{words("approvalText")}</Notice>
          ) : (
            <ChangesBefore actor={actor} limits={limits} services={services} />
          )}
          <ConfirmMove
            appointmentId={visit.id}
            askedHref={addressOf("/appointments", { patient, done: "asked" })}
            doneHref={addressOf("/appointments", { patient, done: "moved" })}
            key={`${at} ${by}`}
            language={language}
            listWords={timeListWords(times, ui)}
            patientId={actor.patientId}
            practitionerId={by}
            startsAt={at}
            timesHref={addressOf(path, { patient, whom: oneOf(search, "whom") })}
            words={{
              confirm: words(limits.needsApproval ? "request" : "confirm"),
              anotherTime: words("anotherTime"),
            }}
            zone={zone}
          />
        </Stack>
      </Card>
    </Stack>
  );
}
