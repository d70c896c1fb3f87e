import type { ReactNode } from "react";
import { toothPath } from "@/components/arch-geometry";
import type { Arch } from "@/domain/treatment/facts";

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

const HALF_WIDTH = 118;
const HEIGHT = 100;
/** Half the space between the arches. */
const REACH = 18;
const DEPTH = 23;
/** Few stages stay teeth instead of growing into bars. */
const WIDEST = 25;

const looks = {
  worn: "fill-accent stroke-accent",
  present: "fill-accent-soft stroke-accent",
  next: "fill-surface stroke-edge",
};

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

function ArchRow({ count: { arch, worn, total } }: { count: ArchCount }) {
  const { places, slot } = stagePlaces(total);
  const width = Math.min(slot, WIDEST);
  const gap = Math.min(1.4, width * 0.1);
  const shape = toothPath({ width, depth: DEPTH }, gap);
  return (
    <g
      transform={arch === "upper" ? `translate(0 ${-REACH})` : `translate(0 ${REACH}) scale(1 -1)`}
    >
      <path
        className="fill-none stroke-sunken"
        d={`M${-HALF_WIDTH} 0A${HALF_WIDTH} ${HEIGHT} 0 0 1 ${HALF_WIDTH} 0`}
        strokeLinecap="round"
        strokeWidth="34"
      />
      {places.map(({ x, y, turn }, index) => {
        const state = index < worn ? "worn" : index === worn ? "present" : "next";
        return (
          <g key={turn} transform={`translate(${x} ${y}) rotate(${turn})`}>
            {state === "present" && (
              <path
                className="fill-surface stroke-accent"
                d={toothPath({ width: Math.max(width, 9), depth: DEPTH }, -3.5)}
                strokeWidth="2.75"
              />
            )}
            <path className={looks[state]} d={shape} strokeWidth="1.1" />
          </g>
        );
      })}
    </g>
  );
}

/** Where each stage lies on the half-ellipse, evenly by its length, and the room each has. */
function stagePlaces(total: number) {
  const steps = 480;
  const at = (step: number) => {
    const angle = Math.PI - (Math.PI * step) / steps;
    return { x: HALF_WIDTH * Math.cos(angle), y: -HEIGHT * Math.sin(angle), angle };
  };
  const lengths = [0];
  for (let step = 1; step <= steps; step += 1) {
    const [a, b] = [at(step - 1), at(step)];
    lengths.push((lengths[step - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const slot = (lengths[steps] ?? 0) / Math.max(1, total);
  let step = 0;
  const places = Array.from({ length: total }, (_, index) => {
    while ((lengths[step] ?? Number.POSITIVE_INFINITY) < slot * (index + 0.5)) step += 1;
    const { x, y, angle } = at(step);
    // The outward normal of the ellipse at this point.
    const normal = Math.atan2(Math.sin(angle) / HEIGHT, Math.cos(angle) / HALF_WIDTH);
    return { x: rounded(x), y: rounded(y), turn: rounded(90 - (normal * 180) / Math.PI) };
  });
  return { places, slot };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
