import { getLocale } from "next-intl/server";
import { TimeText } from "@/components/time-text";
import { AskLink } from "@/features/messages/about/ask-link";
import { dateFormat } from "@/lib/date-formats";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { AppointmentView } from "../../schema";
import { VisitState } from "./visit-state";

type VisitLineProps = {
  visit: AppointmentView;
  zone: string;
  /** The patient the address names, for links. */
  patientId: string | undefined;
  /** Other years are named. */
  thisYear: number;
};

/** A visit that was, on one line of a list. */
export async function VisitLine({ visit, zone, patientId, thisYear }: VisitLineProps) {
  const [words, language] = await Promise.all([getTranslations("appointments"), getLocale()]);
  const year = yearOf(visit.startsAt, zone);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-hairline border-b px-5 py-3 last:border-0 sm:px-6">
      <div className="flex min-w-0 flex-col gap-0.5">
        <p className="font-medium">
          <TimeText at={visit.startsAt} language={language} zone={zone} />
          {year !== thisYear && <span className="text-muted">, {year}</span>}
        </p>
        <p className="break-words text-muted text-sm">
          {visit.visitType.name}, {words("with", { name: visit.practitioner.name })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4">
        {/* That it took place goes without saying in a list of past visits. */}
        {visit.state !== "completed" && <VisitState state={visit.state} />}
        <AskLink
          about={{ kind: "visit", id: visit.id }}
          named={patientId}
          which={formatInstantDay(visit.startsAt, zone, language)}
        />
      </div>
    </li>
  );
}

function yearOf(at: string, zone: string): number {
  const year = dateFormat("en", { year: "numeric", timeZone: zone });
  return Number(year.format(new Date(at)));
}
