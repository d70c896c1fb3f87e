"use client";

import Link from "next/link";
import { useState } from "react";
import { Avatar } from "@/components/avatar";
import { CountBadge, StatusChip } from "@/components/badge";
import { getJson } from "@/lib/api-client";
import { classNames } from "@/lib/class-names";
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
    if (answer.ok) setLines(answer.value.items);
  });
  return (
    <ul aria-label={words.label} className="divide-y divide-hairline">
      {lines.map((line) => (
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
      ))}
    </ul>
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
          {line.preview || words.file}
        </span>
        {line.state === "closed" && <StatusChip>{words.closed}</StatusChip>}
        <CountBadge count={line.unread} label={words.unread} />
      </div>
    </div>
  );
}
