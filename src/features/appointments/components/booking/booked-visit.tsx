import { CircleCheck } from "lucide-react";
import { ButtonLink } from "@/components/button";
import { Actions, Card, PageTitle, Stack } from "@/components/layout";
import { AddToCalendar } from "@/features/calendar/components/add-to-calendar";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import type { AppointmentView } from "../../schema";
import { ChangesUntil } from "../visits/changes-until";
import { VisitFacts } from "../visits/visit-facts";

type BookedVisitProps = {
  visit: AppointmentView;
  zone: string;
  patientId: string | undefined;
  /** The patient whose visit it is. */
  whose: string;
};

/** Done: the visit as it stands now. */
export async function BookedVisit({ visit, zone, patientId, whose }: BookedVisitProps) {
  const words = await getTranslations("appointments");
  const requested = visit.state === "requested";
  return (
    <Stack gap={6}>
      <div role="status">
        <CircleCheck aria-hidden="true" className="mb-3 size-12 text-success" />
        <PageTitle
          lead={requested ? words("requestedText") : words("new.doneText")}
          title={words(requested ? "new.requestedTitle" : "new.doneTitle")}
        />
      </div>
      <Card>
        <VisitFacts heading="h2" visit={visit} zone={zone} />
        <p className="mt-4 text-muted">
          {requested ? words("changes.whenAgreed") : <ChangesUntil limits={visit} zone={zone} />}
        </p>
      </Card>
      <Actions>
        <ButtonLink href={withPatient("/appointments", patientId)}>
          {words("new.toVisits")}
        </ButtonLink>
        <AddToCalendar kind="secondary" patientId={whose} visit={visit} zone={zone} />
      </Actions>
    </Stack>
  );
}
