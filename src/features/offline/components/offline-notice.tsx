"use client";

import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import type { KeptChange } from "@/domain/offline/sending";
import { fillIn } from "@/lib/fill-in";
import { formatDay, formatDayTime } from "@/lib/format-time";
import type { OfflineWords } from "./offline-words";

type OfflineNoticeProps = {
  /** Without a network; since when the page stands as it is shown, where it is a copy. */
  away: { since: number | null } | null;
  changes: readonly KeptChange[];
  language: string;
  onDrop: (key: string) => void;
  words: OfflineWords;
};

/** What is different without a network, calmly: how old the page is, what waits, and what the server did not take. */
export function OfflineNotice({ away, changes, language, onDrop, words }: OfflineNoticeProps) {
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const nameOf = ({ arch, stage, changedOn }: KeptChange) =>
    fillIn(words[`waiting.${arch ?? "one"}`], { stage, day: formatDay(changedOn, language) });
  const rows = changes.map((change) => ({ ...change, name: nameOf(change) }));
  const waiting = rows.filter(({ refusal }) => refusal === undefined);
  const refused = rows.filter(({ refusal }) => refusal !== undefined);
  return (
    <>
      {away && (
        <Notice
          action={
            <Button kind="secondary" onClick={() => window.location.reload()} small>
              {words["notice.again"]}
            </Button>
          }
          title={words["notice.title"]}
        >
          {away.since === null
            ? words["notice.plain"]
            : fillIn(words["notice.since"], {
                time: formatDayTime(new Date(away.since).toISOString(), ownZone, language),
              })}
        </Notice>
      )}
      {waiting.length > 0 && (
        <Notice title={words["waiting.title"]}>
          <ul>
            {waiting.map(({ key, name }) => (
              <li className="flex flex-wrap items-center justify-between gap-x-4" key={key}>
                {name}
                <Button
                  aria-label={fillIn(words["waiting.takeBackOf"], { change: name })}
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
    </>
  );
}
