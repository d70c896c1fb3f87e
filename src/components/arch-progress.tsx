import type { ReactNode } from "react";
import { archTeeth, placedToothPath } from "./arch-geometry";

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
const teeth = places.map((place) => placedToothPath(place, 1.4));
const rings = places.map((place) => placedToothPath(place, -4));

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
        <Teeth look="fill-accent stroke-accent" path={teeth.slice(0, filled).join("")} />
        <Teeth look="fill-surface stroke-edge" path={teeth.slice(filled + 1).join("")} />
        {present >= 0 && (
          <>
            <path className="fill-surface stroke-accent" d={rings[present]} strokeWidth="3" />
            <Teeth look="fill-accent-soft stroke-accent" path={teeth[present] ?? ""} />
          </>
        )}
      </svg>
      {children && (
        <div className="absolute inset-x-[22%] bottom-0 flex h-[62%] flex-col items-center justify-end text-center">
          {children}
        </div>
      )}
    </div>
  );
}

/** Teeth of one look are one path: each tooth for itself would weigh as much as the page around it. */
function Teeth({ look, path }: { look: string; path: string }) {
  return path === "" ? null : <path className={look} d={path} strokeWidth="1.25" />;
}
