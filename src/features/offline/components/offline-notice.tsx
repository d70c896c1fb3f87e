"use client";

import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { isRefused, type KeptSubmission, whatIsKept } from "@/domain/offline/kept-submission";
import { fillIn } from "@/lib/fill-in";
import { formatDay, formatDayTime } from "@/lib/format-time";
import type { OfflineWords } from "./offline-words";

/** Without a network, or with a slow one; since when the page stands as it is shown, where it is a copy. */
export type Away = { since: number | null; isSlow: boolean };

type OfflineNoticeProps = {
  away: Away | null;
  /** Whom a guardian acts for, where there are several: what waits says whose it is. */
  patients: readonly { id: string; name: string }[];
  language: string;
  onDrop: (key: string) => void;
  submissions: readonly KeptSubmission[];
  words: OfflineWords;
};

/** What is different without a network, calmly: how old the page is, what waits, and what the server did not take. */
export function OfflineNotice(props: OfflineNoticeProps) {
  const { away, language, onDrop, patients, submissions, words } = props;
  const whatOf = (submission: KeptSubmission) => {
    const what = whatIsKept(submission);
    if (what.kind !== "change") return words[`waiting.${what.kind}`];
    const { arch, stage, on } = what;
    return fillIn(words[`waiting.${arch}`], { stage, day: formatDay(on, language) });
  };
  const nameOf = (submission: KeptSubmission) => {
    const what = whatOf(submission);
    const patient = patients.find(({ id }) => id === submission.patientId);
    return patient ? fillIn(words["waiting.of"], { name: patient.name, what }) : what;
  };
  const rows = submissions.map((each) => ({ ...each, name: nameOf(each) }));
  const waiting = rows.filter((each) => !isRefused(each));
  const refused = rows.filter(isRefused);
  if (away === null && rows.length === 0) return null;
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className="flex flex-col gap-3">
      {away && (
        <Notice title={words[away.isSlow ? "notice.slowTitle" : "notice.title"]}>
          {away.since === null
            ? words["notice.plain"]
            : fillIn(words[away.isSlow ? "notice.slow" : "notice.since"], {
                time: formatDayTime(new Date(away.since).toISOString(), ownZone, language),
              })}
        </Notice>
      )}
      {waiting.length > 0 && (
        <Notice title={words["waiting.title"]}>
          <ul className="w-full">
            {waiting.map(({ key, name }) => (
              <li className="flex items-center justify-between gap-x-3" key={key}>
                <span className="min-w-0">{name}</span>
                <Button
                  aria-label={fillIn(words["waiting.takeBackOf"], { change: name })}
                  className="-me-3 shrink-0"
                  kind="quiet"
                  onClick={() => onDrop(key)}
                  small
                >
                  {words["waiting.takeBack"]}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {refused.map(({ key, name, refusal }) => (
        <Notice
          action={
            <Button
              aria-label={fillIn(words["refused.seenOf"], { change: name })}
              kind="secondary"
              onClick={() => onDrop(key)}
              small
            >
              {words["refused.seen"]}
            </Button>
          }
          key={key}
          title={words["refused.title"]}
          tone="notice"
        >
          <p>{name}.</p>
          <p>{refusal || words["refused.noReason"]}</p>
        </Notice>
      ))}
    </div>
  );
}
