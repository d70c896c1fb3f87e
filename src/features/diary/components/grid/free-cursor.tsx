"use client";

import { Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import { type Axis, msAt, yOf } from "../../view/day-axis";
import type { DiaryColumn } from "../../view/diary-columns";
import { dayOf, timeOf, useDiarySpeech } from "../diary-context";
import { placed, SNAP_MINUTES } from "./place";

/** The one free time that is pointed at, by mouse or keys. */
export interface Cursor {
  readonly columnKey: string;
  readonly startMs: number;
  /** Chosen by keys: it keeps the focus when it goes to another column. */
  readonly focused: boolean;
  /** Nobody has pointed yet: there for the Tab key, seen once it comes. */
  readonly waits?: boolean;
}

type FreeCursorProps = {
  cursor: Cursor;
  column: DiaryColumn;
  columns: readonly DiaryColumn[];
  axis: Axis;
  onMove: (to: Cursor) => void;
  onBook: (column: DiaryColumn, startMs: number) => void;
};

/** One stop of the Tab key for the whole grid: arrows choose a time and a column, Enter books there. */
export function FreeCursor({ cursor, column, columns, axis, onMove, onBook }: FreeCursorProps) {
  const speech = useDiarySpeech();
  const button = useRef<HTMLButtonElement>(null);
  const { startMs, focused } = cursor;
  const y = yOf(axis, column.day, startMs);
  useEffect(() => {
    if (!focused) return;
    button.current?.focus();
    if (y >= 0) button.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [focused, y]);
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowUp: -SNAP_MINUTES,
      ArrowDown: SNAP_MINUTES,
      PageUp: -60,
      PageDown: 60,
    };
    const step = steps[event.key];
    const at = columns.indexOf(column);
    const beside =
      event.key === "ArrowLeft"
        ? columns[at - 1]
        : event.key === "ArrowRight"
          ? columns[at + 1]
          : null;
    if (step === undefined && beside === null) return;
    event.preventDefault();
    const to = beside ?? column;
    const wanted = Math.max(axis.fromY, Math.min(axis.untilY - SNAP_MINUTES, y + (step ?? 0)));
    onMove({ columnKey: to.key, startMs: msAt(axis, to.day, wanted), focused: true });
  };
  return (
    <button
      className={classNames(
        cursor.waits && "opacity-0 focus:opacity-100",
        "pointer-events-none absolute inset-x-0.5 top-[var(--top)] z-10 hidden h-5 scroll-mt-24 items-center gap-1 rounded-[0.4rem] border border-accent border-dashed bg-surface/90 px-1.5 font-semibold text-[0.8125rem] text-accent tabular-nums md:flex print:hidden",
      )}
      data-cursor
      onClick={(event) => {
        event.stopPropagation();
        onBook(column, startMs);
      }}
      onFocus={() => {
        if (!focused) onMove({ columnKey: column.key, startMs, focused: true });
      }}
      onKeyDown={press}
      ref={(element) => {
        button.current = element;
        placed({ top: y - axis.fromY, minutes: 10 })(element);
      }}
      type="button"
    >
      <Plus aria-hidden="true" className="size-3.5" />
      <span aria-hidden="true">{timeOf(speech, startMs)}</span>
      <span className="sr-only">
        {fillIn(speech.words.bookHere, {
          time: timeOf(speech, startMs),
          day: dayOf(speech, startMs),
          who: column.name ?? speech.words.noChair,
        })}
      </span>
    </button>
  );
}
