"use client";

import { type MouseEvent, memo, type PointerEvent, type ReactNode } from "react";
import { classNames } from "@/lib/class-names";
import { fillIn } from "@/lib/fill-in";
import { shortDay } from "@/lib/short-day";
import { type Axis, yOf } from "../../view/day-axis";
import type { DiaryColumn as Column } from "../../view/diary-columns";
import { timeOf, useDiarySpeech } from "../diary-context";
import type { Moving } from "../moving-types";
import { ColumnSpans } from "./column-spans";
import { placed } from "./place";
import { VisitBlock, type VisitHandlers } from "./visit-block";
import { outside } from "./visit-look";

type DiaryColumnProps = {
  column: Column;
  axis: Axis;
  byChair: boolean;
  /** Of a week: narrower, and the day is named for each. */
  isWeek: boolean;
  ghost: Moving | null;
  /** The visit that is being moved, wherever it would go. */
  movingId: string | null;
  newsIds: ReadonlySet<string>;
  at: string;
  /** The free time that is chosen, where it lies in this column. */
  cursor: ReactNode;
  handlers: VisitHandlers;
  onPoint: (event: PointerEvent<HTMLElement> | MouseEvent<HTMLElement>) => void;
  onFree: (event: MouseEvent<HTMLElement>) => void;
};

/** One practitioner or chair on one day, under its own heading: a list of visits, drawn as a grid where there is room. */
export const DiaryColumn = memo(function DiaryColumn(props: DiaryColumnProps) {
  const { column, axis, byChair, isWeek, ghost, movingId, newsIds, at, cursor, handlers } = props;
  const speech = useDiarySpeech();
  const { words } = speech;
  const { key, day, visits, name, practitionerId } = column;
  const title = name ?? words.noChair;
  return (
    <div
      className={classNames(
        "flex flex-col gap-2 px-4 py-3 md:grow md:basis-0 md:gap-0 md:border-hairline md:border-s md:p-0",
        column.idle && isWeek ? "md:min-w-24" : isWeek ? "md:min-w-28" : "md:min-w-44",
        column.idle && "print:hidden",
        "print:break-after-page print:border-0 print:p-0 print:last:break-after-auto",
      )}
      data-column={key}
    >
      <h3 className="flex items-center gap-2 font-semibold md:sticky md:top-9 md:z-20 md:h-10 md:contain-inline-size md:border-hairline md:border-b md:bg-surface md:px-2 md:text-sm print:static print:mb-2 print:text-lg">
        <span
          aria-hidden="true"
          className="size-2.5 shrink-0 rounded-chip bg-[var(--tint,var(--edge))] print:hidden"
          ref={placed({ top: 0, minutes: 0, colour: speech.colours.get(practitionerId ?? "") })}
        />
        <span className="min-w-0 md:truncate">{title}</span>
        <span className="hidden font-normal print:inline">{shortDay(day.on, speech.language)}</span>
        <span className="ms-auto shrink-0 font-normal text-muted text-sm tabular-nums">
          <span aria-hidden="true">{visits.length || ""}</span>
          <span className="sr-only">{fillIn(words.visitsCount, { count: visits.length })}</span>
        </span>
      </h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way; the button of the free time is the keys' */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button of the free time takes Enter */}
      <div
        className={classNames(
          "@container relative flex flex-col gap-1.5 md:block md:h-[var(--tall)] md:cursor-cell md:bg-sunken print:h-auto print:bg-none print:bg-transparent",
          outside,
        )}
        data-body
        onClick={props.onFree}
        onPointerLeave={props.onPoint}
        onPointerMove={props.onPoint}
        ref={placed({ top: 0, minutes: axis.untilY - axis.fromY })}
      >
        <ColumnSpans axis={axis} column={column} />
        {visits.length === 0 && (
          <p
            className={classNames(
              "text-muted print:block",
              column.idle
                ? "md:absolute md:inset-x-1 md:top-2 md:rounded-[0.3rem] md:bg-surface/80 md:p-1 md:text-sm"
                : "md:sr-only",
            )}
          >
            {words[column.idle ? "nobodyWorks" : "nothingBooked"]}
          </p>
        )}
        <ol className="flex flex-col gap-1.5 md:contents print:flex print:gap-0">
          {visits.map((placedVisit) => (
            <VisitBlock
              at={at}
              axis={axis}
              byChair={byChair}
              columnKey={key}
              day={day}
              handlers={handlers}
              isMoving={movingId === placedVisit.visit.id}
              isNews={newsIds.has(placedVisit.visit.id)}
              key={placedVisit.visit.id}
              placedVisit={placedVisit}
            />
          ))}
        </ol>
        {cursor}
        {ghost && (
          <div
            aria-hidden="true"
            className="pointer-events-none absolute inset-x-0.5 top-[var(--top)] z-30 hidden h-[var(--tall)] min-h-5 overflow-hidden rounded-[0.5rem] border-2 border-accent bg-accent-soft/90 px-2 text-[0.8125rem] text-ink shadow-soft md:block print:hidden"
            ref={placed({
              top: yOf(axis, day, ghost.startMs) - axis.fromY,
              minutes: ghost.minutes,
            })}
          >
            <span className="font-semibold tabular-nums">
              {timeOf(speech, ghost.startMs)} –{" "}
              {timeOf(speech, ghost.startMs + ghost.minutes * 60_000)}
            </span>{" "}
            {ghost.visit.patient.name}
          </div>
        )}
      </div>
    </div>
  );
});
