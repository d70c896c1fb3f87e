"use client";

import { memo } from "react";
import { classNames } from "@/lib/class-names";
import type { DiarySpan } from "../../schema";
import { type Axis, yOf } from "../../view/day-axis";
import type { DiaryColumn } from "../../view/diary-columns";
import { timeOf, useDiarySpeech } from "../diary-context";
import { placed } from "./place";
import { hatch } from "./visit-look";

const wordOf = {
  open: "spanOpen",
  break: "spanBreak",
  time_off: "spanTimeOff",
  closed: "spanClosed",
} as const;

type ColumnSpansProps = { column: DiaryColumn; axis: Axis };

/** When one can be booked, and what is in the way: by pattern and by words. */
export const ColumnSpans = memo(function ColumnSpans({ column, axis }: ColumnSpansProps) {
  const speech = useDiarySpeech();
  const { words } = speech;
  const { day, spans } = column;
  const boxOf = (span: DiarySpan) => {
    const y = (iso: string) => {
      const ms = Math.min(day.endMs, Math.max(day.startMs, Date.parse(iso)));
      return Math.min(axis.untilY, Math.max(axis.fromY, yOf(axis, day, ms)));
    };
    const top = y(span.startsAt);
    return { top: top - axis.fromY, minutes: y(span.endsAt) - top };
  };
  const isWholeDay = (span: DiarySpan) =>
    Date.parse(span.startsAt) <= day.startMs && Date.parse(span.endsAt) >= day.endMs;
  return (
    <ul className="flex flex-col gap-1 text-muted text-sm md:contents">
      {spans.map((span) => {
        const isOpen = span.kind === "open";
        const word = words[wordOf[span.kind]];
        return (
          <li
            className={classNames(
              "pointer-events-none md:absolute md:inset-x-0 md:top-[var(--top)] md:h-[var(--tall)] md:overflow-hidden",
              isOpen
                ? "sr-only md:not-sr-only md:absolute! md:bg-surface"
                : `md:border-hairline md:border-y md:bg-sunken ${hatch}`,
              isOpen && "print:hidden",
              !isOpen && "rounded-[0.4rem] px-2 py-0.5 md:rounded-none",
            )}
            key={`${span.kind}${span.startsAt}${span.endsAt}${span.locationId}${span.label}`}
            ref={placed(boxOf(span))}
          >
            <span className={isOpen ? "sr-only" : "md:rounded-[0.3rem] md:bg-surface/80 md:px-1"}>
              {span.label ? `${word}: ${span.label}` : word}
              {!isWholeDay(span) && (
                <span className={isOpen ? "" : "md:sr-only"}>
                  {" "}
                  {timeOf(speech, span.startsAt)} – {timeOf(speech, span.endsAt)}
                </span>
              )}
            </span>
          </li>
        );
      })}
      <li
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden bg-[repeating-linear-gradient(to_bottom,var(--hairline)_0_1px,transparent_1px_9.375rem),repeating-linear-gradient(to_bottom,transparent_0_4.6875rem,color-mix(in_oklab,var(--hairline)_50%,transparent)_4.6875rem_calc(4.6875rem_+_1px),transparent_calc(4.6875rem_+_1px)_9.375rem)] md:block print:hidden"
      />
    </ul>
  );
});
