import { getLocale } from "next-intl/server";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { StepProgress } from "@/components/step-progress";
import type { PatientActor } from "@/features/access/actors";
import type { Search } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { addressOf, oneOf } from "../../page-search";
import type { HeldView } from "../../queries";
import { VisitFacts } from "../visits/visit-facts";
import { ChangesBefore } from "./changes-before";
import { ConfirmBooking } from "./confirm-booking";
import { timeListWords } from "./time-list-words";

type HeldTimeProps = {
  services: Services;
  actor: PatientActor;
  hold: HeldView;
  search: Search;
};

/** The held time once more, and one button (R30). */
export async function HeldTime({ services, actor, hold, search }: HeldTimeProps) {
  const [words, times, ui, language] = await Promise.all([
    getTranslations("appointments.new"),
    getTranslations("appointments.times"),
    getTranslations("common.ui"),
    getLocale(),
  ]);
  const patient = oneOf(search, "patient");
  const { visitType, practitioner, startsAt } = hold;
  const kept = { patient, type: visitType.id, whom: oneOf(search, "whom") };
  const rawWords = pickWords(
    (key) => String(words.raw(key)),
    ["anotherTime", "held", "lastMinute", "heldOver"],
  );
  return (
    <Stack gap={6}>
      <StepProgress label={words("step", { step: 3, total: 3 })} step={3} total={3} />
      <PageTitle title={words("confirmTitle")} />
      <Card>
        <Stack gap={6}>
          <VisitFacts heading="h2" visit={hold} zone={actor.zone} />
          {hold.needsApproval ? (
            <Notice title={words("approvalTitle")}>{words("approvalText")}</Notice>
          ) : (
            <ChangesBefore actor={actor} limits={hold.changes} services={services} />
          )}
          <ConfirmBooking
            doneHref={addressOf("/appointments/new", { patient, type: visitType.id })}
            hold={{
              id: hold.id,
              startsAt,
              practitionerId: practitioner.id,
              visitTypeId: visitType.id,
            }}
            key={hold.id}
            language={language}
            listWords={timeListWords(times, ui)}
            patientId={actor.patientId}
            secondsLeft={hold.secondsLeft}
            timesHref={addressOf("/appointments/new", kept)}
            words={{
              ...rawWords,
              confirm: words(hold.needsApproval ? "request" : "confirm"),
            }}
            zone={actor.zone}
          />
        </Stack>
      </Card>
    </Stack>
  );
}
