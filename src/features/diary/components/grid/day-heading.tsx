"use client";

import { fillIn } from "@/lib/fill-in";
import { formatDay } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import { type AxisDay, hoursOf } from "../../view/day-axis";
import { useDiarySpeech } from "../diary-context";

type DayHeadingProps = { day: AxisDay; isToday: boolean; isWeek: boolean };

/** The day, whether it is today, and on the nights of the clock change how long it is (R33). */
export function DayHeading({ day, isToday, isWeek }: DayHeadingProps) {
  const { words, language } = useDiarySpeech();
  const hours = hoursOf(day);
  const change = hours === 24 ? null : hours > 24 ? words.clocksBack : words.clocksForward;
  return (
    <h2
      className="flex items-center gap-2 border-hairline border-b bg-sunken px-4 py-2 font-semibold md:contain-inline-size md:sticky md:top-0 md:z-20 md:h-9 md:bg-surface md:px-2 md:py-0 md:text-dense print:hidden"
      id={`day-${day.on}`}
    >
      <span className="truncate md:sticky md:start-17">
        {isWeek ? shortDay(day.on, language) : formatDay(day.on, language)}
        {isToday && (
          <span className="ms-2 rounded-chip bg-accent px-2 py-0.5 text-on-accent text-sm">
            {words.today}
          </span>
        )}
        {change && (
          <span className="ms-2 font-normal text-notice text-sm">{fillIn(change, { hours })}</span>
        )}
      </span>
    </h2>
  );
}
