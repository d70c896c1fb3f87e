import { ArrowDown } from "lucide-react";
import { getLocale } from "next-intl/server";
import { Card, PageTitle, Stack } from "@/components/layout";
import { TimeText } from "@/components/time-text";
import type { PatientActor } from "@/features/access/actors";
import { zoneName } from "@/lib/format-time";
import type { Search } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { addressOf, oneOf } from "../page-search";
import type { AppointmentView } from "../schema";
import { ConfirmMove } from "./confirm-move";
import { timeListWordKeys } from "./time-list-words";

type NewTimeProps = {
  actor: PatientActor;
  visit: AppointmentView;
  at: string;
  by: string;
  search: Search;
};

/** Old and new one under the other, and one button (R31). */
export async function NewTime({ actor, visit, at, by, search }: NewTimeProps) {
  const [words, all, times, ui, language] = await Promise.all([
    getTranslations("appointments.reschedule"),
    getTranslations("appointments"),
    getTranslations("appointments.times"),
    getTranslations("common.ui"),
    getLocale(),
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
              <p className="text-muted">
                {all("practiceTime", { zone: zoneName(at, zone, language) })}
              </p>
            </div>
          </div>
          <ConfirmMove
            appointmentId={visit.id}
            doneHref={addressOf("/appointments", { patient, done: "moved" })}
            key={`${at} ${by}`}
            language={language}
            listWords={{ ...pickWords(times, timeListWordKeys), failedText: ui("unexpected") }}
            patientId={actor.patientId}
            practitionerId={by}
            practitionerNames={{ [visit.practitioner.id]: visit.practitioner.name }}
            startsAt={at}
            timesHref={addressOf(path, { patient, whom: oneOf(search, "whom") })}
            words={pickWords(words, ["confirm", "anotherTime"])}
            zone={zone}
          />
        </Stack>
      </Card>
    </Stack>
  );
}
