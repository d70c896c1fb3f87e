import type { ReactNode } from "react";
import { archTeeth, toothPath } from "./arch-geometry";

type ArchProgressProps = {
  /** Stages already worn. */
  worn: number;
  total: number;
  /** The same in words: "Aligner 7 of 24, 25 % done". */
  label: string;
  /** Stands in the hollow of the arch. */
  children?: ReactNode;
};

const places = archTeeth(120, 138);

const looks = {
  worn: "fill-accent stroke-accent",
  present: "fill-accent-soft stroke-accent",
  next: "fill-surface stroke-edge",
};

/** Progress as an arch of sixteen teeth: worn filled, the present one ringed, the rest outlined. */
export function ArchProgress({ worn, total, label, children }: ArchProgressProps) {
  const whole = total > 0 && worn >= total;
  const filled = whole ? 16 : Math.min(15, Math.floor((worn / Math.max(total, 1)) * 16));
  const present = whole ? -1 : filled;
  return (
    <div className="relative mx-auto w-full max-w-80">
      <svg aria-label={label} className="block w-full" role="img" viewBox="-142 -20 284 188">
        <path
          className="fill-none stroke-sunken"
          d="M-119.5 126A120 138 0 0 1 119.5 126"
          strokeLinecap="round"
          strokeWidth="38"
        />
        {places.map((place, index) => (
          <g
            key={`${place.x} ${place.y}`}
            transform={`translate(${place.x} ${place.y}) rotate(${place.turn})`}
          >
            {index === present && (
              <path
                className="fill-surface stroke-accent"
                d={toothPath(place, -4)}
                strokeWidth="3"
              />
            )}
            <path
              className={looks[index < filled ? "worn" : index === present ? "present" : "next"]}
              d={toothPath(place, 1.4)}
              strokeWidth="1.25"
            />
          </g>
        ))}
      </svg>
      {children && (
        <div className="absolute inset-x-[22%] bottom-0 flex h-[62%] flex-col items-center justify-end text-center">
          {children}
        </div>
      )}
    </div>
  );
}
