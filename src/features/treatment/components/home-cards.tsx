import { CalendarDays, MessageCircle } from "lucide-react";
import { drawn } from "@/components/drawn";
import { LinkCard } from "@/components/link-card";
import { OwnTime } from "@/components/own-time";
import { formatInstantDay, formatInstantTime, zoneName } from "@/lib/format-time";
import { withPatient } from "@/lib/patient-href";
import { shortDay } from "@/lib/short-day";
import { translationsIn } from "@/lib/translations";
import type { Language } from "@/lib/words";
import type { VisitMark } from "../queries";
import type { TreatmentView } from "../schema";
import { nextPartWords, paceWords, rowWords } from "./pace-words";

type VisitCardProps = {
  visit: VisitMark | null;
  zone: string;
  named: string | undefined;
  language: Language;
};

/** The next visit, or the way to one. */
export function VisitCard({ visit, zone, named, language }: VisitCardProps) {
  const words = translationsIn(language, "home.visit");
  const card = { icon: CalendarDays, look: "tile" } as const;
  if (visit === null) {
    return (
      <LinkCard {...card} href={withPatient("/appointments/new", named)} title={words("none")}>
        <span className="font-semibold">{words("book")}</span>
      </LinkCard>
    );
  }
  const { startsAt, typeName, practitionerName, state } = visit;
  return (
    <LinkCard
      {...card}
      below={
        <>
          <span className="text-muted">
            {words("with", { type: typeName, practitioner: practitionerName })}
          </span>
          {state === "requested" && (
            <span className="text-notice text-sm">{words("requested")}</span>
          )}
        </>
      }
      href={withPatient("/appointments", named)}
      own={
        <OwnTime
          at={startsAt}
          language={language}
          words={String(words.raw("ownTime"))}
          zone={zone}
        />
      }
      title={words("title")}
    >
      <time className="font-semibold" dateTime={startsAt}>
        {formatInstantDay(startsAt, zone, language)}, {formatInstantTime(startsAt, zone, language)}
      </time>
      <span className="text-muted text-sm first-letter:uppercase">
        {words("zone", { zone: zoneName(startsAt, zone, language) })}
      </span>
    </LinkCard>
  );
}

type MessagesCardProps = {
  unread: number;
  orthodontist: string | null;
  named: string | undefined;
  language: Language;
};

/** Unread messages, or the way to write one. */
export function MessagesCard({ unread, orthodontist, named, language }: MessagesCardProps) {
  const words = translationsIn(language, "home.messages");
  return (
    <LinkCard
      href={withPatient("/messages", named)}
      icon={MessageCircle}
      look={unread > 0 ? "lit" : "tile"}
      title={words("title")}
    >
      <span className="font-semibold">
        {unread > 0 ? words("unread", { count: unread }) : words("none")}
      </span>
      <span className="text-muted">
        {unread > 0
          ? words("read")
          : orthodontist === null
            ? words("writeAny")
            : words("write", { name: orthodontist })}
      </span>
    </LinkCard>
  );
}

type ProgressFactsProps = { treatment: TreatmentView; language: Language };

/** Percent, days left and the next change, side by side. */
export function ProgressFacts({ treatment, language }: ProgressFactsProps) {
  const words = translationsIn(language, "home.facts");
  const all = translationsIn(language, "treatment");
  const { percentDone, daysLeft, arches, phase, today } = treatment;
  if (phase === "no_plan" || phase === "finished" || phase === "retention") return null;
  const pace = treatment.task.kind === "overdue" ? null : paceWords(all, treatment);
  const praise = [rowWords(all, treatment), nextPartWords(all, treatment)].filter(
    (line) => line !== null,
  );
  const nextOn = arches.flatMap(({ nextChangeOn }) => nextChangeOn ?? []).toSorted()[0];
  const isWaiting = arches.some(({ waitingFor }) => waitingFor !== null);
  const next =
    nextOn === undefined
      ? words(isWaiting ? "waits" : "none")
      : nextOn > today
        ? shortDay(nextOn, language, { weekday: false })
        : words(nextOn === today ? "today" : "due");
  const facts = [
    { value: words("percentValue", { percent: percentDone }), name: words("percent") },
    { value: String(daysLeft), name: words("daysLeft", { count: daysLeft }) },
    { value: next, name: words("nextChange") },
  ];
  return (
    <section
      aria-label={words("label")}
      className="rounded-card bg-sunken py-4 text-center"
      {...drawn(
        <>
          <dl className="grid grid-cols-3 divide-x divide-hairline rtl:divide-x-reverse">
            {facts.map(({ value, name }) => (
              <div className="flex min-w-0 flex-col-reverse px-2" key={name}>
                <dt className="text-muted text-sm">{name}</dt>
                <dd className="font-bold text-xl">{value}</dd>
              </div>
            ))}
          </dl>
          {(praise.length > 0 || pace !== null) && (
            <div className="mx-4 mt-3 flex flex-col gap-1 border-hairline border-t pt-3 text-sm">
              {praise.length > 0 && <p className="font-medium text-accent">{praise.join(" · ")}</p>}
              {pace !== null && <p className="text-muted">{pace}</p>}
            </div>
          )}
        </>,
      )}
    />
  );
}
