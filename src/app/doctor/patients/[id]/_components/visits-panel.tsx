import { getLocale } from "next-intl/server";
import { Card } from "@/components/layout";
import { WriteAboutLink } from "@/features/messages/about/ask-link";
import type { VisitMark } from "@/features/treatment/queries";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type VisitsPanelProps = {
  visits: readonly VisitMark[];
  zone: string;
  today: string;
  /** Whom one may write to about a visit, or null. */
  patientId: string | null;
};

/** The visits around today: the next two, the last one. */
export async function VisitsPanel({ visits, zone, today, patientId }: VisitsPanelProps) {
  const words = await getTranslations("doctor.patient");
  const isAhead = ({ state, startsAt }: VisitMark) => state !== "completed" && startsAt >= today;
  const ahead = visits.filter(isAhead).slice(0, 2);
  const past = visits.filter((visit) => !isAhead(visit)).slice(-1);
  return (
    <Card className="flex flex-col gap-3 p-4 sm:p-5">
      <h2 className="font-semibold text-lg">{words("visits")}</h2>
      {visits.length === 0 ? (
        <p className="text-muted">{words("noVisits")}</p>
      ) : (
        <>
          <VisitList
            empty={words("noNext")}
            title={words("nextVisits")}
            patientId={patientId}
            visits={ahead}
            zone={zone}
          />
          {past.length > 0 && (
            <VisitList
              patientId={patientId}
              title={words("pastVisits")}
              visits={past}
              zone={zone}
            />
          )}
        </>
      )}
    </Card>
  );
}

type VisitListProps = Pick<VisitsPanelProps, "visits" | "zone" | "patientId"> & {
  title: string;
  empty?: string;
};

async function VisitList({ title, visits, zone, patientId, empty }: VisitListProps) {
  const [words, language] = await Promise.all([
    getTranslations("treatment.timeline.visitState"),
    getLocale(),
  ]);
  return (
    <div className="flex flex-col gap-1.5">
      <h3 className="text-muted text-sm">{title}</h3>
      {visits.length === 0 && <p>{empty}</p>}
      <ul className="flex flex-col gap-2">
        {visits.map(({ id, startsAt, typeName, practitionerName, state }) => (
          <li className="flex flex-col" key={id}>
            <time className="font-medium" dateTime={startsAt}>
              {formatInstantDay(startsAt, zone, language)},{" "}
              {formatInstantTime(startsAt, zone, language)}
            </time>
            <span className="text-muted text-sm">
              {typeName}, {practitionerName}
              {state === "requested" && (
                <span className="text-notice"> ({words("requested")})</span>
              )}
            </span>
            {patientId !== null && (
              <WriteAboutLink
                about={{ kind: "visit", id }}
                patientId={patientId}
                which={formatInstantDay(startsAt, zone, language)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
