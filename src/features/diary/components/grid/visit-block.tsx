"use client";

import { Globe, ShieldAlert, Users } from "lucide-react";
import { type KeyboardEvent, memo, type PointerEvent } from "react";
import { classNames } from "@/lib/class-names";
import type { DiaryVisit } from "../../schema";
import { type Axis, type AxisDay, yOf } from "../../view/day-axis";
import { LEAST_DRAWN_MINUTES, type PlacedVisit } from "../../view/diary-columns";
import { timeOf, useDiarySpeech } from "../diary-context";
import { StateText } from "../state-text";
import { placed } from "./place";
import { visitLooks } from "./visit-look";

export interface VisitHandlers {
  readonly open: (visit: DiaryVisit) => void;
  readonly press: (
    event: PointerEvent<HTMLElement>,
    visit: DiaryVisit,
    kind: "move" | "resize",
  ) => void;
  readonly lift: (visit: DiaryVisit, columnKey: string) => void;
  readonly wasDragged: () => boolean;
}

type VisitBlockProps = {
  placedVisit: PlacedVisit;
  axis: Axis;
  day: AxisDay;
  columnKey: string;
  /** Names who treats, where the column is a chair. */
  byChair: boolean;
  isNews: boolean;
  isMoving: boolean;
  at: string;
  handlers: VisitHandlers;
};

/** One visit: a line in the agenda on phones and paper, a block on the grid from 768 px. */
export const VisitBlock = memo(function VisitBlock(props: VisitBlockProps) {
  const { placedVisit, axis, day, columnKey, byChair, isNews, isMoving, at, handlers } = props;
  const { visit, lane, lanes } = placedVisit;
  const speech = useDiarySpeech();
  const { words, names, colours } = speech;
  const look = visitLooks[visit.state];
  const within = (iso: string) =>
    yOf(axis, day, Math.min(day.endMs, Math.max(day.startMs, Date.parse(iso)))) - axis.fromY;
  const [top, end] = [within(visit.startsAt), within(visit.endsAt)];
  const [before, after] = [within(visit.busyFromAt), within(visit.busyUntilAt)];
  const length = end - top;
  const minutes = Math.max(LEAST_DRAWN_MINUTES, length);
  const isMovable = visit.can.includes("move");
  const elsewhere = names.get((byChair ? visit.practitionerId : visit.chairId) ?? "");
  const Icon = look.icon;
  const press = (event: KeyboardEvent) => {
    if (event.key !== "m" && event.key !== "M") return;
    event.preventDefault();
    handlers.lift(visit, columnKey);
  };
  return (
    <li className="relative md:contents">
      {after - before > length && visit.state !== "no_show" && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-1 top-[var(--top)] hidden h-[var(--tall)] rounded-[0.4rem] border border-edge/60 border-dotted md:block print:hidden"
          ref={placed({ top: before, minutes: after - before })}
        />
      )}
      <button
        aria-describedby={isMovable ? "diary-keys" : undefined}
        className={classNames(
          "group/visit relative flex min-h-14 w-full touch-manipulation select-none flex-wrap content-start items-baseline gap-x-2 overflow-hidden rounded-[0.5rem] border px-3 py-2 text-start text-dense",
          "md:absolute md:top-[var(--top)] md:start-[var(--left)] md:h-[calc(var(--tall)-1px)] md:min-h-0 md:w-[calc(var(--wide)-4px)] md:ms-0.5 md:ps-2.5 md:pe-1.5 md:py-0.5 md:text-[0.8125rem] md:leading-[1.05rem]",
          "print:static print:h-auto print:min-h-0 print:w-full print:flex-nowrap print:items-baseline print:gap-x-4 print:rounded-none print:border-0 print:border-edge print:border-b print:shadow-none print:bg-transparent print:px-0 print:py-1 print:text-[#000] print:text-dense print:leading-snug",
          isMovable && "md:cursor-grab",
          isNews && "shadow-[0_0_0_2px_var(--accent)]",
          isMoving && "opacity-40",
          "hover:z-10 focus-visible:z-10",
          look.box,
        )}
        data-list-item
        data-visit={visit.id}
        onClick={() => {
          if (!handlers.wasDragged()) handlers.open(visit);
        }}
        onKeyDown={press}
        onPointerDown={(event) => handlers.press(event, visit, "move")}
        ref={placed({ top, minutes, lane, lanes, colour: colours.get(visit.practitionerId) })}
        type="button"
      >
        <span
          aria-hidden="true"
          className="absolute inset-y-0 start-0 w-1 bg-[var(--tint,var(--edge))] print:hidden"
        />
        <span
          className={classNames(
            "flex w-full min-w-0 items-baseline gap-x-1.5 print:w-1/2 print:shrink-0",
            minutes >= 20 && "md:@max-[13rem]:flex-wrap",
          )}
        >
          <span className="shrink-0 font-semibold tabular-nums">
            {timeOf(speech, visit.startsAt)}
            <span className="hidden sm:inline md:sr-only print:not-sr-only">
              {" "}
              – {timeOf(speech, visit.endsAt)}
            </span>
          </span>
          <span
            className={classNames(
              "min-w-0 font-semibold",
              minutes < 30 ? "md:truncate" : "md:wrap-break-word",
              minutes >= 20 && "md:@max-[13rem]:order-last md:@max-[13rem]:w-full",
              visit.state === "no_show" && "line-through",
            )}
          >
            {visit.patient.name}
          </span>
          <span
            className={classNames(
              "ms-auto flex shrink-0 items-center gap-1 self-center print:hidden",
              minutes < 20 && "md:@max-[9rem]:hidden",
            )}
          >
            {Icon && <Icon aria-hidden="true" className="size-3.5" />}
            {isNews && (
              <>
                <Globe aria-hidden="true" className="size-3.5" />
                <span className="sr-only">{words.newOnline}</span>
              </>
            )}
            {visit.patient.hasGuardian && (
              <>
                <Users aria-hidden="true" className="size-3.5" />
                <span className="sr-only">{words.hasGuardian}</span>
              </>
            )}
            {visit.patient.bookingRestricted && (
              <>
                <ShieldAlert aria-hidden="true" className="size-3.5" />
                <span className="sr-only">{words.restricted}</span>
              </>
            )}
          </span>
        </span>
        <span
          className={classNames(
            "w-full text-[0.8125rem] print:w-auto print:grow",
            minutes < 20 ? "md:sr-only print:not-sr-only" : "md:truncate",
            // Where the name takes a line of its own, less than half an hour has no room for a third.
            minutes < 30 && "md:@max-[13rem]:sr-only print:not-sr-only",
          )}
        >
          <StateText at={at} visit={visit} />
          {" · "}
          {visit.visitType.name}
          {elsewhere && ` · ${elsewhere}`}
        </span>
        {visit.note && (
          <span
            className={classNames(
              "w-full text-[0.8125rem] print:w-auto",
              minutes < 40 && "md:hidden",
              "print:block",
            )}
          >
            {visit.note}
          </span>
        )}
        {isMovable && (
          <span
            aria-hidden="true"
            className="absolute inset-x-0 bottom-0 hidden h-1.5 cursor-ns-resize md:block print:hidden"
            onPointerDown={(event) => {
              event.stopPropagation();
              handlers.press(event, visit, "resize");
            }}
          />
        )}
      </button>
    </li>
  );
});
