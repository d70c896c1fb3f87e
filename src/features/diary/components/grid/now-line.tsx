"use client";

import { useEffect, useRef } from "react";
import { fillIn } from "@/lib/fill-in";
import { type Axis, type AxisDay, yOf } from "../../view/day-axis";
import { timeOf, useDiarySpeech } from "../diary-context";
import { useNow } from "../use-now";
import { placed } from "./place";

const EVERY_MS = 15_000;

type NowLineProps = { axis: Axis; day: AxisDay; at: string };

/** Where the day stands, over all columns of today; it moves by itself. */
export function NowLine({ axis, day, at }: NowLineProps) {
  const speech = useDiarySpeech();
  const nowMs = useNow(at, EVERY_MS);
  const y = yOf(axis, day, nowMs);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => placed({ top: y - axis.fromY, minutes: 0 })(line.current));
  if (nowMs < day.startMs || nowMs >= day.endMs || y < axis.fromY || y > axis.untilY) return null;
  return (
    <div
      className="pointer-events-none absolute inset-x-0 top-[calc(var(--top)+4.75rem)] z-10 hidden border-danger border-t-2 md:block print:hidden"
      data-now
      ref={line}
    >
      <span className="absolute -start-1 -top-px size-2.5 -translate-y-1/2 rounded-chip bg-danger" />
      <span className="sr-only">{fillIn(speech.words.now, { time: timeOf(speech, nowMs) })}</span>
    </div>
  );
}
