import { ButtonLink } from "@/components/button";
import { Actions, Card, PageTitle, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import type { PatientActor } from "@/features/access/actors";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import type { AppointmentView } from "../schema";
import { practicePhone } from "../visits-page";
import { VisitFacts } from "./visit-facts";

type ChangeClosedProps = {
  services: Services;
  actor: PatientActor;
  visit: AppointmentView;
  change: "reschedule" | "cancelling";
  byPhone: boolean;
  patientId: string | undefined;
};

/** A change that is no longer possible here: the telephone inside the window, else the way back (R32). */
export async function ChangeClosed(props: ChangeClosedProps) {
  const { services, actor, visit, change, byPhone, patientId } = props;
  const [words, own, phone] = await Promise.all([
    getTranslations("appointments"),
    getTranslations(`appointments.${change}`),
    practicePhone(services, actor),
  ]);
  return (
    <Stack gap={6}>
      <PageTitle
        lead={byPhone ? own("phoneText") : undefined}
        title={own(byPhone ? "phoneTitle" : "closedTitle")}
      />
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
