"use client";

import { ChevronDown, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Avatar } from "@/components/avatar";
import { CountBadge, StatusChip } from "@/components/badge";
import { getJson } from "@/lib/api-client";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import { formatDayTime } from "@/lib/format-time";
import { tellCounts } from "../inbox/components/told-counts";
import type { ThreadLine, ThreadLines } from "../schema";
import { type Here, shortTime } from "./days";
import { useThreadEvents } from "./use-thread-events";
import type { ListWords } from "./words";

type ThreadListProps = {
  initial: readonly ThreadLine[];
  /** Where the list is asked for again when something changed. */
  path: string;
  /** The address of a thread; `{id}` stands for it. */
  href: string;
  currentId?: string | undefined;
  /** The practice sees whose thread it is; a patient sees their own alone. */
  withPatients: boolean;
  here: Here;
  words: ListWords;
};

/** Threads, one a line, that move and count while they are looked at. */
export function ThreadList(props: ThreadListProps) {
  const { initial, path, href, currentId, withPatients, here, words } = props;
  const [given, setGiven] = useState(initial);
  const [lines, setLines] = useState(initial);
  // A page rendered anew brings a new list.
  if (given !== initial) {
    setGiven(initial);
    setLines(initial);
  }
  useThreadEvents(async () => {
    const answer = await getJson<ThreadLines>(path, { unattended: true });
    if (!answer.ok) return;
    setLines(answer.value.items);
    if (answer.value.counts) tellCounts(answer.value.counts);
  });
  // The practice has a list for what is closed.
  const isEarlier = ({ state }: ThreadLine) => !withPatients && state === "closed";
  const lineOf = (line: ThreadLine) => (
    <li key={line.id}>
      <Link
        aria-current={line.id === currentId ? "true" : undefined}
        className="flex min-h-11 items-start gap-3 px-4 py-3.5 hover:bg-sunken focus-visible:-outline-offset-3 aria-[current]:bg-accent-soft"
        data-list-item=""
        href={href.replace("{id}", line.id)}
        prefetch={false}
        scroll={!withPatients}
      >
        {withPatients && <Avatar name={line.patientName} />}
        <Line here={here} line={line} withPatients={withPatients} words={words} />
      </Link>
    </li>
  );
  const open = lines.filter((line) => !isEarlier(line));
  const earlier = lines.filter(isEarlier);
  return (
    <div className="divide-y divide-hairline">
      {open.length > 0 && (
        <ul aria-label={words.label} className="divide-y divide-hairline">
          {open.map(lineOf)}
        </ul>
      )}
      {earlier.length > 0 && (
        <details open={open.length === 0}>
          <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-4 py-2.5 font-semibold hover:bg-sunken focus-visible:-outline-offset-3">
            {fillIn(words.earlier, { count: earlier.length })}
            <ChevronDown aria-hidden="true" className="ms-auto size-4.5 shrink-0 text-muted" />
          </summary>
          <ul
            aria-label={fillIn(words.earlier, { count: earlier.length })}
            className="divide-y divide-hairline border-hairline border-t"
          >
            {earlier.map(lineOf)}
          </ul>
        </details>
      )}
    </div>
  );
}

type LineProps = { line: ThreadLine; withPatients: boolean; here: Here; words: ListWords };

function Line({ line, withPatients, here, words }: LineProps) {
  const isNew = line.unread > 0;
  const who = line.lastAuthorMine ? words.you : line.lastAuthorName;
  // The patient's name stands above already.
  const isSaid = withPatients && who === line.patientName;
  return (
    <div className="flex min-w-0 grow flex-col gap-0.5">
      <div className="flex items-baseline justify-between gap-3">
        <span
          className={classNames("min-w-0 truncate", isNew ? "font-bold" : "font-semibold")}
          dir="auto"
        >
          {withPatients ? line.patientName : line.subject}
        </span>
        <time className="shrink-0 text-muted text-sm" dateTime={line.lastMessageAt}>
          {shortTime(line.lastMessageAt, here, words)}
        </time>
      </div>
      {withPatients && (
        <span className={classNames("truncate", isNew && "font-semibold")} dir="auto">
          {line.subject}
        </span>
      )}
      <div className="flex items-center justify-between gap-3">
        <span
          className={classNames("min-w-0 truncate", isNew ? "text-ink" : "text-muted")}
          dir="auto"
        >
          {who && !isSaid && `${who}: `}
          {previewOf(line) || words.file}
        </span>
        {line.state === "closed" && <StatusChip>{words.closed}</StatusChip>}
        <CountBadge count={line.unread} label={words.unread} />
      </div>
      {withPatients && <Handled here={here} line={line} words={words} />}
    </div>
  );
}

/** A report of a problem begins with its subject, which stands above already. */
function previewOf({ preview, subject }: ThreadLine): string {
  const rest = preview.startsWith(`${subject}\n`) ? preview.slice(subject.length).trim() : "";
  return rest || preview;
}

/** Whose it is, since when it waits, when it comes back: nothing where there is nothing to say. */
function Handled({ line, here, words }: Omit<LineProps, "withPatients">) {
  const { assignedTo, snoozedUntil, unansweredSince, overdue } = line;
  const time = (at: string) => formatDayTime(at, here.zone, here.language);
  if (!assignedTo && !snoozedUntil && !overdue) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1 text-muted text-sm">
      {overdue && unansweredSince && (
        <StatusChip tone="danger">
          {fillIn(words.waitingSince, { time: time(unansweredSince) })}
        </StatusChip>
      )}
      {snoozedUntil && (
        <StatusChip tone="accent">{fillIn(words.backAt, { time: time(snoozedUntil) })}</StatusChip>
      )}
      {assignedTo && (
        <span className="inline-flex min-w-0 items-center gap-1.5">
          <UserRound aria-hidden="true" className="size-4 shrink-0" />
          <span className="sr-only">{words.assignedTo}</span>
          <span className="truncate" dir="auto">
            {assignedTo.name ?? words.somebody}
          </span>
        </span>
      )}
    </div>
  );
}
