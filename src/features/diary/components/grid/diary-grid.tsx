"use client";

import {
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { classNames } from "@/lib/class-names";
import type { DiaryVisit } from "../../schema";
import { type Axis, msAt, ticksOf, yOf } from "../../view/day-axis";
import type { DiaryColumn as Column, DayColumns } from "../../view/diary-columns";
import { useDiarySpeech } from "../diary-context";
import type { Place } from "../moving-types";
import { DayHeading } from "./day-heading";
import { DiaryColumn } from "./diary-column";
import { spotAt } from "./drag-visit";
import { type Cursor, FreeCursor } from "./free-cursor";
import { MovingSaid } from "./moving-said";
import { NowLine } from "./now-line";
import { placed, SNAP_MINUTES } from "./place";
import { useMoving } from "./use-moving";
import { walkVisits } from "./walk-visits";

type DiaryGridProps = {
  axis: Axis;
  days: readonly DayColumns[];
  today: string;
  byChair: boolean;
  newsIds: ReadonlySet<string>;
  /** The server's clock when the diary was read. */
  at: string;
  /** Jump here (epoch ms). */
  jumpMs: number;
  onOpen: (visit: DiaryVisit) => void;
  onBook: (column: Column, startMs: number) => void;
  onSet: (visit: DiaryVisit, to: Place) => void;
};

/** The diary's own grid: days, in them practitioners or chairs, along one axis of time (R36). */
export function DiaryGrid(props: DiaryGridProps) {
  const { axis, days, today, byChair, newsIds, at, jumpMs, onOpen, onBook, onSet } = props;
  const { words } = useDiarySpeech();
  const scroller = useRef<HTMLElement>(null);
  const [ready, setReady] = useState(false);
  useLayoutEffect(() => setReady(true), []);
  const columns = useMemo(() => days.flatMap((one) => one.columns), [days]);
  const { moving, press, lift, wasDragged } = useMoving({ axis, columns, scroller, onSet });
  const handlers = useMemo(
    () => ({ open: onOpen, press, lift, wasDragged }),
    [onOpen, press, lift, wasDragged],
  );
  const isWeek = days.length > 1;

  const start = columns.find(
    ({ day, idle }) => day.startMs <= jumpMs && jumpMs < day.endMs && !idle,
  );
  const first = start ?? columns.find(({ idle }) => !idle) ?? columns[0];
  const [chosen, setChosen] = useState<Cursor | null>(null);
  const cursor =
    chosen && columns.some(({ key }) => key === chosen.columnKey)
      ? chosen
      : firstCursor(axis, first);
  const spotOf = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      const box = scroller.current;
      if (!box || (event.target as HTMLElement).closest("[data-visit]")) return null;
      const columnOf = (key: string) => columns.find((one) => one.key === key);
      const spot = spotAt({ axis, scroller: box, columnOf }, event.clientX, event.clientY);
      if (!spot) return null;
      const y = Math.floor(spot.y / SNAP_MINUTES) * SNAP_MINUTES;
      return { column: spot.column, startMs: msAt(axis, spot.column.day, y) };
    },
    [axis, columns],
  );
  const point = useCallback(
    (event: PointerEvent<HTMLElement> | MouseEvent<HTMLElement>) => {
      if (!("pointerType" in event) || event.pointerType !== "mouse") return;
      const spot = event.type === "pointermove" ? spotOf(event) : null;
      setChosen((known) => {
        if (!spot) return known?.focused ? known : null;
        const { column, startMs } = spot;
        if (known?.columnKey === column.key && known.startMs === startMs) return known;
        return { columnKey: column.key, startMs, focused: false };
      });
    },
    [spotOf],
  );
  const free = useCallback(
    (event: MouseEvent<HTMLElement>) => {
      // A drag that ends beside its visit ends in a click on the ground.
      if (wasDragged() || !matchMedia("(min-width: 48rem)").matches) return;
      const spot = spotOf(event);
      if (spot) onBook(spot.column, spot.startMs);
    },
    [spotOf, onBook, wasDragged],
  );

  const jump = useEffectEvent(() => {
    const box = scroller.current;
    const column = columns.find(({ day }) => day.startMs <= jumpMs && jumpMs < day.endMs);
    const body = box?.querySelector<HTMLElement>(`[data-column="${column?.key}"] [data-body]`);
    if (!box || !body || !column) return;
    const share = (yOf(axis, column.day, jumpMs) - axis.fromY) / (axis.untilY - axis.fromY);
    box.scrollTop = Math.max(0, share * body.offsetHeight - box.clientHeight / 3);
    const left = body.closest("[data-column]")?.getBoundingClientRect().left ?? 0;
    if (isWeek) box.scrollLeft += left - box.getBoundingClientRect().left - 72;
  });
  // Once per address: later changes of the diary leave the scroll where it is.
  useEffect(() => {
    if (jumpMs > 0) jump();
  }, [jumpMs]);

  return (
    <section
      aria-label={words.gridLabel}
      className={classNames(
        "relative overflow-hidden rounded-card border border-hairline bg-surface",
        "md:max-h-[max(24rem,calc(100dvh-19rem))] lg:max-h-[max(24rem,calc(100dvh-17rem))] xl:max-h-[max(24rem,calc(100dvh-12.5rem))] md:overflow-auto md:overscroll-contain",
        "print:bg-[#fff] print:text-[#000] print:[color-scheme:light] print:max-h-none print:overflow-visible print:rounded-none print:border-0",
        !ready && "md:invisible",
      )}
      onKeyDown={walkVisits}
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
      tabIndex={0}
    >
      <div className="md:flex md:w-max md:min-w-full print:block print:w-full">
        <ol
          aria-hidden="true"
          className="sticky start-0 z-30 hidden w-15 shrink-0 border-hairline border-e bg-surface md:block print:hidden"
        >
          <li className="sticky top-0 z-10 h-19 border-hairline border-b bg-surface" />
          {ticksOf(axis).map((tick) => (
            <li
              className={classNames(
                "absolute end-2 top-[calc(var(--top)+4.75rem)] text-end text-muted text-sm leading-4 tabular-nums",
                tick.y === axis.fromY ? "mt-0.5" : "-mt-2",
              )}
              key={tick.y}
              ref={placed({ top: tick.y - axis.fromY, minutes: 0 })}
            >
              {String(Math.floor(tick.clockMinute / 60)).padStart(2, "0")}:00
              {tick.again && <span className="block text-notice">{words.again}</span>}
            </li>
          ))}
          <li
            className="h-[var(--tall)]"
            ref={placed({ top: 0, minutes: axis.untilY - axis.fromY })}
          />
        </ol>
        {days.map(({ day, columns: own }) => (
          <section
            aria-labelledby={`day-${day.on}`}
            className={classNames(
              "relative md:flex md:flex-col md:border-hairline md:not-first:border-s print:block",
              isWeek && own.every(({ idle }) => idle) ? "md:grow-0" : "md:grow md:basis-0",
            )}
            key={day.on}
          >
            <DayHeading day={day} isToday={day.on === today} isWeek={isWeek} />
            <div className="divide-y divide-hairline md:flex md:divide-y-0 print:block print:divide-y-0">
              {own.map((column) => {
                const isHere = cursor?.columnKey === column.key && moving === null;
                return (
                  <DiaryColumn
                    at={at}
                    axis={axis}
                    byChair={byChair}
                    column={column}
                    cursor={
                      isHere && (
                        <FreeCursor
                          axis={axis}
                          column={column}
                          columns={columns}
                          cursor={cursor}
                          onBook={onBook}
                          onMove={setChosen}
                        />
                      )
                    }
                    ghost={moving?.columnKey === column.key ? moving : null}
                    handlers={handlers}
                    isWeek={isWeek}
                    key={column.key}
                    movingId={moving?.visit.id ?? null}
                    newsIds={newsIds}
                    onFree={free}
                    onPoint={point}
                  />
                );
              })}
            </div>
            {day.on === today && <NowLine at={at} axis={axis} day={day} />}
          </section>
        ))}
      </div>
      <MovingSaid columns={columns} moving={moving} />
    </section>
  );
}

function firstCursor(axis: Axis, column: Column | undefined): Cursor | null {
  if (!column) return null;
  const open = column.spans.find(({ kind }) => kind === "open");
  const startMs = open ? Date.parse(open.startsAt) : msAt(axis, column.day, axis.fromY);
  return { columnKey: column.key, startMs, focused: false, waits: true };
}
