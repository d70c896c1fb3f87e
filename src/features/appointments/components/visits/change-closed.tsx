import { ButtonLink } from "@/components/button";
import { Actions, Card, PageTitle, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import type { PatientActor } from "@/features/access/actors";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import type { AppointmentView } from "../../schema";
import { looksOnly, practicePhone } from "../../visits-page";
import { VisitFacts } from "./visit-facts";

type ChangeClosedProps = {
  services: Services;
  actor: PatientActor;
  visit: AppointmentView;
  change: "reschedule" | "cancelling";
  byPhone: boolean;
  patientId: string | undefined;
};

/** A change that is not possible here: others decide (R10), the telephone inside the window, else the way back (R32). */
export async function ChangeClosed(props: ChangeClosedProps) {
  const { services, actor, visit, change, byPhone, patientId } = props;
  const [words, own, phone, isLookingOnly] = await Promise.all([
    getTranslations("appointments"),
    getTranslations(`appointments.${change}`),
    practicePhone(services, actor),
    looksOnly(services, actor),
  ]);
  const said = isLookingOnly
    ? { title: words("looksOnly.closedTitle"), lead: words("looksOnly.closedText") }
    : {
        title: own(byPhone ? "phoneTitle" : "closedTitle"),
        lead: byPhone ? own("phoneText") : undefined,
      };
  return (
    <Stack gap={6}>
      <PageTitle {...said} />
      <Card>
        <VisitFacts heading="h2" visit={visit} zone={actor.zone} />
      </Card>
      <Actions>
        {byPhone && <PhoneLink label={words("callPractice")} look="button" phone={phone} />}
        <ButtonLink href={withPatient("/appointments", patientId)} kind="quiet">
          {own("back")}
        </ButtonLink>
      </Actions>
    </Stack>
  );
}
