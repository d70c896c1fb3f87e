import Link from "next/link";
import { getLocale } from "next-intl/server";
import { StatusChip } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { Disclosure } from "@/components/disclosure";
import { Card } from "@/components/layout";
import type { ThreadMark } from "@/features/treatment/view-patient";
import { formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

/** Threads shown at once; the rest opens on demand. */
const SHOWN = 2;

type MessagesPanelProps = { threads: readonly ThreadMark[]; patientId: string; zone: string };

/** The latest threads with this patient; their words are opened in the inbox. */
export async function MessagesPanel({ threads, patientId, zone }: MessagesPanelProps) {
  const [words, language] = await Promise.all([getTranslations("doctor.patient"), getLocale()]);
  // Who waits for an answer stands first; the others as they came.
  const ordered = [
    ...threads.filter(({ needsAnswer }) => needsAnswer),
    ...threads.filter(({ needsAnswer }) => !needsAnswer),
  ];
  const list = (part: readonly ThreadMark[]) => (
    <ul className="-mx-2 flex flex-col">
      {part.map(({ id, subject, lastMessageAt, needsAnswer, isClosed, unread }) => (
        <li key={id}>
          <Link
            className="flex min-h-11 flex-col rounded-control px-2 py-1.5 hover:bg-sunken"
            data-list-item=""
            href={`/doctor/inbox?show=all&whose=all&thread=${id}`}
            prefetch={false}
          >
            <span className={unread > 0 ? "font-semibold" : "font-medium"}>{subject}</span>
            <span className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
              {formatInstantDay(lastMessageAt, zone, language)}
              {unread > 0 && <span>{words("unread", { count: unread })}</span>}
              {needsAnswer && <StatusChip tone="accent">{words("needsAnswer")}</StatusChip>}
              {isClosed && <span>{words("closed")}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <Card className="flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{words("messages")}</h2>
        <ButtonLink
          className="-me-3.5"
          href={`/doctor/inbox/new?patient=${patientId}`}
          kind="quiet"
          prefetch={false}
          small
        >
          {words("write")}
        </ButtonLink>
      </div>
      {threads.length === 0 && <p className="text-muted">{words("noMessages")}</p>}
      {list(ordered.slice(0, SHOWN))}
      {ordered.length > SHOWN && (
        <Disclosure summary={words("moreMessages", { count: ordered.length - SHOWN })}>
          {list(ordered.slice(SHOWN))}
        </Disclosure>
      )}
    </Card>
  );
}
