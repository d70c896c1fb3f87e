import type { ReactNode } from "react";
import { toothPath } from "@/components/arch-geometry";
import type { Arch } from "@/domain/treatment/facts";
import { type MouthPlaces, mouthPlaces } from "./mouth-places";

export interface ArchCount {
  readonly arch: Arch;
  /** Stages worn to the end; the one after them is worn now. */
  readonly worn: number;
  readonly total: number;
}

type MouthProgressProps = {
  arches: readonly ArchCount[];
  /** The same in words. */
  label: string;
  /** Stands between the arches. */
  children?: ReactNode;
};

/** Half the space between the arches. */
const REACH = 18;
const DEPTH = 23;
/** Few stages stay teeth instead of growing into bars. */
const WIDEST = 25;

/** Both arches as an open mouth, a tooth for every stage: worn filled, the present one ringed, the rest outlined. */
export function MouthProgress({ arches, label, children }: MouthProgressProps) {
  return (
    <div className="relative mx-auto w-full max-w-80">
      <svg aria-label={label} className="block w-full" role="img" viewBox="-140 -138 280 276">
        {arches.map((count) => (
          <ArchRow count={count} key={count.arch} />
        ))}
      </svg>
      {children && (
        <div className="absolute inset-x-[20%] inset-y-[24%] flex flex-col items-center justify-center text-center">
          {children}
        </div>
      )}
    </div>
  );
}

/** The teeth are markers on a line through their places: sixty of them weigh as much as one. */
function ArchRow({ count: { arch, worn, total } }: { count: ArchCount }) {
  const places = mouthPlaces(total);
  const width = Math.min(places.slot, WIDEST);
  const shape = toothPath({ width, depth: DEPTH }, Math.min(1.4, width * 0.1));
  const present = places.points[worn];
  return (
    <g
      transform={arch === "upper" ? `translate(0 ${-REACH})` : `translate(0 ${REACH}) scale(1 -1)`}
    >
      <path
        className="fill-none stroke-sunken"
        d={places.rail}
        strokeLinecap="round"
        strokeWidth="34"
      />
      <Teeth
        id={`mouth-${arch}-worn`}
        line={lineThrough(places, 0, worn)}
        look="fill-accent stroke-accent"
        shape={shape}
      />
      <Teeth
        id={`mouth-${arch}-next`}
        line={lineThrough(places, worn + 1, total)}
        look="fill-surface stroke-edge"
        shape={shape}
      />
      {present && (
        <g transform={`translate(${present.x} ${present.y}) rotate(${present.turn})`}>
          <path
            className="fill-surface stroke-accent"
            d={toothPath({ width: Math.max(width, 9), depth: DEPTH }, -3.5)}
            strokeWidth="2.75"
          />
          <path className="fill-accent-soft stroke-accent" d={shape} strokeWidth="1.1" />
        </g>
      )}
    </g>
  );
}

type TeethProps = { id: string; line: string | null; look: string; shape: string };

function Teeth({ id, line, look, shape }: TeethProps) {
  if (line === null) return null;
  return (
    <>
      <marker id={id} markerUnits="userSpaceOnUse" orient="auto" overflow="visible">
        <path className={look} d={shape} strokeWidth="1.1" />
      </marker>
      <path d={line} fill="none" markerMid={`url(#${id})`} />
    </>
  );
}

/** Through the places `[from, until)`, with an end on either side that carries no tooth; null without any. */
function lineThrough({ points, edges }: MouthPlaces, from: number, until: number): string | null {
  if (from >= until) return null;
  return `M${[edges[from], ...points.slice(from, until), edges[until]]
    .map((point) => `${point?.x} ${point?.y}`)
    .join("L")}`;
}
