"use client";

import { useSyncExternalStore } from "react";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import { ownTime, type OwnTime as Shown } from "@/lib/own-time";

/** The visitor's own zone as their browser knows it; null until then, and where it says none. */
function useOwnZone(): string | null {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? null,
    () => null,
  );
}

const never = () => () => {};

type OwnTimeProps = {
  /** ISO 8601 with offset. */
  at: string;
  /** The practice's zone. */
  zone: string;
  language: string;
  /** "{time} your time ({zone})"; where the day is another one, `{time}` has it before. */
  words: string;
  className?: string;
};

/** The visitor's own time beside the practice's, where the two clocks differ (R33). */
export function OwnTime({ at, zone, language, words, className }: OwnTimeProps) {
  const ownZone = useOwnZone();
  const own = ownZone === null ? null : ownTime(at, zone, ownZone, language);
  if (own === null) return null;
  return (
    <span className={classNames("text-muted text-sm", className)}>{ownTimeText(own, words)}</span>
  );
}

function ownTimeText({ day, time, zone }: Shown, words: string): string {
  const shown = day === null ? time : `${day}, ${time}`;
  return fillIn(words, { time: shown, zone });
}
