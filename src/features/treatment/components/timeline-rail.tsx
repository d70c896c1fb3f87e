import type { ReactNode } from "react";
import type { Arch } from "@/domain/treatment/facts";
import { classNames } from "@/lib/class-names";
import type { TimelineRow } from "../timeline-rows";
import { Sign } from "./timeline-marks";

/** How the line of one arch goes on below a row. */
export type LineBelow = "worn" | "ahead" | "none";

export interface Rail {
  readonly arch: Arch;
  readonly below: LineBelow;
}

type TimelineRailProps = { row: TimelineRow; rails: readonly Rail[]; isLast: boolean };

const lines = { worn: "bg-accent", ahead: "bg-hairline", none: "hidden" };
/** Where a rail's line stands; marks are 1.5 rem wide and centred on it. */
const places = ["start-[0.6875rem]", "start-[2.4375rem]"];

/** The lines of one or both arches beside a row, with the row's mark on those it is about. */
export function TimelineRail({ row, rails, isLast }: TimelineRailProps) {
  const isDouble = rails.length > 1;
  return (
    <span
      aria-hidden="true"
      className={classNames("relative shrink-0 self-stretch", isDouble ? "w-13" : "w-6")}
    >
      {!isLast &&
        rails.map(({ arch, below }, index) => (
          <span
            className={classNames(
              "absolute top-3.5 -bottom-3.5 w-0.5",
              places[index],
              lines[below],
            )}
            key={arch}
          />
        ))}
      <Mark isDouble={isDouble} rails={rails} row={row} />
    </span>
  );
}

type MarkProps = { row: TimelineRow; rails: readonly Rail[]; isDouble: boolean };

function Mark({ row, rails, isDouble }: MarkProps) {
  if (row.kind === "series") return null;
  const arches = archesOf(row);
  const isBoth = isDouble && (arches === null || arches.length > 1);
  const index = arches === null ? 0 : rails.findIndex(({ arch }) => arch === arches[0]);
  const place = isBoth ? "start-0 w-13" : classNames(index > 0 ? "start-7" : "start-0", "w-6");
  const { look, sign } = markOf(row);
  return (
    <span
      className={classNames(
        "absolute top-0.5 grid h-6 place-items-center rounded-chip border-2",
        place,
        look,
      )}
    >
      {sign}
    </span>
  );
}

/** The arches a row is about; null for the whole treatment. */
function archesOf(row: TimelineRow): readonly Arch[] | null {
  if (row.kind === "stage") return row.stages.map(({ arch }) => arch);
  return row.kind === "stop" ? row.arches : null;
}

const looks = {
  waits: "border-notice bg-notice-soft text-notice",
  plain: "border-hairline bg-surface text-muted",
  reached: "border-accent bg-accent text-on-accent",
  praised: "border-accent bg-accent-soft text-accent",
  wished: "border-accent bg-surface text-accent",
  now: "border-accent bg-surface ring-4 ring-accent-soft",
  ahead: "border-edge bg-surface",
};

function markOf(row: TimelineRow): { look: string; sign: ReactNode } {
  const isPast = row.time === "past";
  switch (row.kind) {
    case "stop":
      return { look: isPast ? looks.plain : looks.waits, sign: <Sign mark="stop" /> };
    case "pause":
      return { look: isPast ? looks.plain : looks.waits, sign: <Sign mark="pause" /> };
    case "visit":
      return { look: looks.plain, sign: <Sign mark="visit" /> };
    case "milestone":
      return { look: looks.praised, sign: <Sign mark="milestone" /> };
    case "finish":
      return { look: isPast ? looks.reached : looks.wished, sign: <Sign mark="finish" /> };
    default:
      return stageMark(row.time);
  }
}

function stageMark(time: TimelineRow["time"]): { look: string; sign: ReactNode } {
  if (time === "past") return { look: looks.reached, sign: <Sign mark="done" /> };
  if (time === "ahead") return { look: looks.ahead, sign: null };
  return { look: looks.now, sign: <span className="size-2 rounded-chip bg-accent" /> };
}
