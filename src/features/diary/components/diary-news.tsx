"use client";

import { CircleHelp, Globe, UserCheck } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { CountBadge } from "@/components/badge";
import { Button } from "@/components/button";
import { fillIn } from "@/lib/fill-in";
import type { DiaryVisit, OnlineNews } from "../schema";
import { dayInZone } from "../view/calendar-days";
import { type DiaryWish, diaryHref } from "../view/diary-address";
import { dayTimeOf, useDiarySpeech } from "./diary-context";
import { StateText } from "./state-text";

type DiaryNewsProps = {
  path: string;
  wish: DiaryWish;
  /** Requests and people who are here, whatever day is shown. */
  visits: readonly DiaryVisit[];
  /** The server's clock of the diary. */
  at: string;
  news: OnlineNews;
  onOpen: (visit: DiaryVisit) => void;
  onApprove: (visit: DiaryVisit) => void;
  onSeen: () => void;
};

type Shown = "requests" | "waiting" | "online";

const newsWords = {
  booked: "newsBooked",
  requested: "newsRequested",
  moved: "newsMoved",
  cancelled: "newsCancelled",
  confirmed: "newsConfirmed",
} as const;

/** What waits for the practice: requests, people who are here, and what was done online (R36). */
export function DiaryNews(props: DiaryNewsProps) {
  const { path, wish, visits, at, news, onOpen, onApprove, onSeen } = props;
  const speech = useDiarySpeech();
  const { words, names, zone } = speech;
  const [shown, setShown] = useState<Shown | null>(null);
  const requests = visits.filter(({ state }) => state === "requested");
  const waiting = visits.filter(({ state }) => state === "arrived");
  const tab = (key: Shown, icon: ReactNode, label: string, count: number) => (
    <button
      aria-expanded={shown === key}
      className="inline-flex min-h-11 items-center gap-2 rounded-chip border border-hairline bg-surface px-3.5 font-medium text-muted hover:border-edge hover:text-ink aria-expanded:border-accent aria-expanded:bg-accent-soft aria-expanded:text-ink lg:min-h-9"
      onClick={() => setShown(shown === key ? null : key)}
      type="button"
    >
      {icon}
      {label}
      {count > 0 ? <CountBadge count={count} label="" /> : <span>0</span>}
    </button>
  );
  const rows = shown === "requests" ? requests : shown === "waiting" ? waiting : [];
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <div className="flex flex-wrap gap-2">
        {tab(
          "requests",
          <CircleHelp aria-hidden="true" className="size-4.5" />,
          words.requests,
          requests.length,
        )}
        {tab(
          "waiting",
          <UserCheck aria-hidden="true" className="size-4.5" />,
          words.waiting,
          waiting.length,
        )}
        {tab(
          "online",
          <Globe aria-hidden="true" className="size-4.5" />,
          words.onlineNews,
          news.items.length,
        )}
      </div>
      {shown !== null && (
        <div className="max-h-72 overflow-y-auto rounded-card border border-hairline bg-surface">
          {shown !== "online" && rows.length === 0 && (
            <p className="px-4 py-3 text-muted">{words.nobodyWaits}</p>
          )}
          <ul className="divide-y divide-hairline">
            {rows.map((visit) => (
              <li
                className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5"
                key={visit.id}
              >
                <button
                  className="link min-h-11 text-start lg:min-h-9"
                  onClick={() => onOpen(visit)}
                  type="button"
                >
                  {visit.patient.name}
                </button>
                <span className="text-muted tabular-nums">
                  {dayTimeOf(speech, visit.startsAt)} · {visit.visitType.name} ·{" "}
                  {names.get(visit.practitionerId)}
                </span>
                {visit.state === "arrived" && (
                  <span className="font-medium">
                    <StateText at={at} visit={visit} />
                  </span>
                )}
                {visit.can.includes("approve") && (
                  <span className="ms-auto flex gap-2">
                    <Button kind="quiet" onClick={() => onOpen(visit)} small>
                      {words.decline}
                    </Button>
                    <Button onClick={() => onApprove(visit)} small>
                      {words.approve}
                    </Button>
                  </span>
                )}
              </li>
            ))}
            {shown === "online" &&
              news.items.map((item) => (
                <li className="flex flex-wrap items-center gap-x-4 px-4 py-1.5" key={item.id}>
                  <Link
                    className="link inline-flex min-h-11 items-center lg:min-h-9"
                    href={diaryHref(path, wish, {
                      on: dayInZone(Date.parse(item.startsAt), zone),
                      view: "day",
                      by: "practitioner",
                      who: null,
                      at: item.startsAt,
                    })}
                  >
                    {fillIn(words.newsLine, {
                      name: item.patient.name,
                      what: words[newsWords[item.what]],
                      time: dayTimeOf(speech, item.startsAt),
                    })}
                  </Link>
                  <span className="text-muted">
                    {[
                      item.visitType,
                      item.previousStartsAt &&
                        fillIn(words.newsMovedFrom, {
                          time: dayTimeOf(speech, item.previousStartsAt),
                        }),
                      item.reason,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              ))}
          </ul>
          {shown === "online" && (
            <div className="flex flex-wrap items-center justify-between gap-3 border-hairline border-t px-4 py-2 text-muted text-sm">
              {news.items.length === 0
                ? words.nothingNew
                : fillIn(words.since, { time: dayTimeOf(speech, news.since) })}
              {news.items.length > 0 && (
                <Button kind="secondary" onClick={onSeen} small>
                  {words.allSeen}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
