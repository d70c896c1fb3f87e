import { ButtonLink } from "@/components/button";
import { Actions, Card, PageTitle, Stack } from "@/components/layout";
import { PhoneLink } from "@/components/phone-link";
import type { PatientActor } from "@/features/access/actors";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { addressOf } from "../../page-search";
import type { AppointmentView } from "../../schema";
import { visitTypes } from "../../slot-queries";
import { practicePhone } from "../../visits-page";
import { VisitFacts } from "./visit-facts";

type CancelledVisitProps = {
  services: Services;
  actor: PatientActor;
  visit: AppointmentView;
  patientId: string | undefined;
};

/** Done, with the way to another time: of the same type where it is booked online, else of any, else by telephone (R32). */
export async function CancelledVisit(props: CancelledVisitProps) {
  const { services, actor, visit, patientId: patient } = props;
  const [words, all, types, phone] = await Promise.all([
    getTranslations("appointments.cancelling"),
    getTranslations("appointments"),
    visitTypes(services, actor),
    practicePhone(services, actor),
  ]);
  const offered = types.ok ? types.value.items.map(({ id }) => id) : [];
  const same = offered.includes(visit.visitType.id);
  return (
    <Stack gap={6}>
      <div role="status">
        <PageTitle lead={words("doneText")} title={words("doneTitle")} />
      </div>
      <Card>
        <VisitFacts heading="h2" visit={visit} zone={actor.zone} />
      </Card>
      <Actions>
        {offered.length > 0 ? (
          <ButtonLink
            href={addressOf("/appointments/new", {
              patient,
              type: same ? visit.visitType.id : undefined,
            })}
          >
            {words(same ? "rebook" : "rebookOther")}
          </ButtonLink>
        ) : (
          <PhoneLink label={all("callPractice")} look="button" phone={phone} />
        )}
        <ButtonLink href={withPatient("/appointments", patient)} kind="quiet">
          {words("toVisits")}
        </ButtonLink>
      </Actions>
    </Stack>
  );
}
