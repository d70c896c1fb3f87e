import { Card, Row, Stack } from "@/components/layout";
import { RelativeDays } from "@/components/time-text";
import { AddToCalendar } from "@/features/calendar/components/add-to-calendar";
import { AskLink } from "@/features/messages/about/ask-link";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { AppointmentView } from "../../schema";
import { VisitActions } from "./visit-actions";
import { VisitFacts } from "./visit-facts";
import { VisitState } from "./visit-state";
import { WishedTime } from "./wished-time";

type NextVisitProps = {
  visit: AppointmentView;
  zone: string;
  phone: string;
  patientId: string | undefined;
  /** The patient whose visit it is. */
  whose: string;
  language: string;
  waitingTypeIds: ReadonlySet<string>;
  /** Practice days from today. */
  daysUntil: number | undefined;
};

/** The visit that comes first, with what can still be done about it. */
export async function NextVisit(props: NextVisitProps) {
  const { visit, zone, phone, patientId, whose, language, waitingTypeIds, daysUntil } = props;
  const words = await getTranslations("appointments");
  return (
    <Card>
      <Stack gap={6}>
        <VisitFacts heading="h3" visit={visit} zone={zone}>
          {(daysUntil !== undefined || visit.state !== "booked") && (
            <Row>
              {daysUntil !== undefined && (
                <span className="font-semibold text-accent first-letter:uppercase">
                  <RelativeDays days={daysUntil} language={language} />
                </span>
              )}
              {visit.state !== "booked" && <VisitState state={visit.state} />}
            </Row>
          )}
        </VisitFacts>
        {visit.state === "requested" && <p className="text-muted">{words("requestedText")}</p>}
        {visit.wish && <WishedTime patientId={patientId} visit={visit} whose={whose} zone={zone} />}
        <VisitActions
          patientId={patientId}
          phone={phone}
          visit={visit}
          waits={waitingTypeIds.has(visit.visitType.id)}
          zone={zone}
        />
        <div className="border-hairline border-t pt-3">
          <div className="-ms-3.5 -mb-2 flex flex-wrap items-center gap-x-4">
            <AddToCalendar patientId={whose} small visit={visit} zone={zone} />
            <AskLink
              about={{ kind: "visit", id: visit.id }}
              named={patientId}
              which={formatInstantDay(visit.startsAt, zone, language)}
            />
          </div>
        </div>
      </Stack>
    </Card>
  );
}
