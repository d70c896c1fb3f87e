import { OwnTime } from "@/components/own-time";
import { TimeText } from "@/components/time-text";
import { AddToCalendar } from "@/features/calendar/components/add-to-calendar";
import { AskLink } from "@/features/messages/about/ask-link";
import { formatInstantDay, zoneName } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { AppointmentView } from "../../schema";
import { VisitActions } from "./visit-actions";
import { VisitState } from "./visit-state";
import { WishedTime } from "./wished-time";

type LaterVisitProps = {
  visit: AppointmentView;
  zone: string;
  phone: string;
  patientId: string | undefined;
  /** The patient whose visit it is. */
  whose: string;
  language: string;
  waitingTypeIds: ReadonlySet<string>;
};

/** A visit after the next one, in a list: when, what for and where, and what can be done about it. */
export async function LaterVisit(props: LaterVisitProps) {
  const { visit, zone, phone, patientId, whose, language, waitingTypeIds } = props;
  const words = await getTranslations("appointments");
  const { startsAt, state, visitType, practitioner, location } = visit;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4 sm:px-6">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-0.5">
        <h3 className="font-semibold text-lg">
          <TimeText at={startsAt} language={language} zone={zone} />
        </h3>
        <p className="text-muted text-sm first-letter:uppercase">
          {words("practiceTime", { zone: zoneName(startsAt, zone, language) })}
        </p>
        <OwnTime
          at={startsAt}
          language={language}
          words={String(words.raw("ownTime"))}
          zone={zone}
        />
        <p className="wrap-anywhere">
          {visitType.name}, {words("with", { name: practitioner.name })}
          <span className="text-muted">, {location.name}</span>
        </p>
        {state !== "booked" && (
          <div className="mt-1.5">
            <VisitState state={state} />
          </div>
        )}
        {state === "requested" && <p className="mt-1 text-muted">{words("requestedText")}</p>}
        {visit.wish && (
          <div className="mt-2">
            <WishedTime patientId={patientId} visit={visit} whose={whose} zone={zone} />
          </div>
        )}
      </div>
      <div className="flex flex-col gap-1">
        <VisitActions
          patientId={patientId}
          phone={phone}
          small
          visit={visit}
          waits={waitingTypeIds.has(visit.visitType.id)}
          zone={zone}
        />
        <div className="-ms-3.5 flex flex-wrap items-center gap-x-4">
          <AddToCalendar patientId={whose} small visit={visit} zone={zone} />
          <AskLink
            about={{ kind: "visit", id: visit.id }}
            named={patientId}
            which={formatInstantDay(visit.startsAt, zone, language)}
          />
        </div>
      </div>
    </li>
  );
}
