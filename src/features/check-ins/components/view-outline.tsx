import type { CheckInView } from "@/domain/check-ins/photo-set";

type ViewOutlineProps = {
  view: CheckInView;
  /** A second line along the teeth: the aligner's edge. */
  withAligner: boolean;
  className?: string;
};

interface Tooth {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly turn: number;
}

/** How a photo should look: lips, teeth, and the aligner's edge where it is in. Drawn, so that nobody's mouth is shown. */
export function ViewOutline({ view, withAligner, className }: ViewOutlineProps) {
  const isArch = view === "upper" || view === "lower";
  const flip = view === "right" ? "translate(240 0) scale(-1 1)" : undefined;
  const teeth = isArch ? archTeeth(view) : view === "front" ? frontTeeth : sideTeeth;
  return (
    <svg aria-hidden="true" className={className} viewBox={isArch ? "0 0 240 180" : "6 22 228 136"}>
      <g fill="none" stroke="currentColor" strokeLinecap="round" strokeWidth="2" transform={flip}>
        <path d={isArch ? openLips : view === "front" ? frontLips : sideLips} />
        {teeth.map(({ x, y, width, height, turn }) => (
          <rect
            height={height}
            key={`${x} ${y}`}
            rx={Math.min(width, height) / 2.6}
            strokeWidth="1.5"
            transform={`rotate(${turn} ${x} ${y})`}
            width={width}
            x={x - width / 2}
            y={y - height / 2}
          />
        ))}
        {withAligner && (
          <path
            className="stroke-accent"
            d={alignerEdge[view]}
            strokeDasharray="5 4"
            strokeWidth="2.5"
          />
        )}
      </g>
    </svg>
  );
}

const frontLips =
  "M14 90C40 50 84 34 104 40Q120 46 136 40C156 34 200 50 226 90C196 140 154 150 120 150S44 140 14 90Z";
const sideLips = "M30 92C52 46 120 34 214 52C230 78 230 108 214 132C130 154 58 144 30 92Z";
const openLips = "M120 8C66 8 26 40 22 92S70 172 120 172S222 144 218 92S174 8 120 8Z";

/** Widths from the middle outwards: two incisors, canine, premolars. */
const widths = [21, 17, 17, 14, 12];

function row(y: number, height: number): Tooth[] {
  let edge = 0;
  return widths.flatMap((width, place) => {
    const middle = edge + width / 2;
    edge += width + 1.5;
    const tall = height - place * 3.4;
    const lift = (place * place * (y < 90 ? 1 : -1)) / 1.6;
    return [-1, 1].map((side) => ({
      x: 120 + side * middle,
      y: y + lift,
      width,
      height: tall,
      turn: 0,
    }));
  });
}

const frontTeeth = [...row(72, 34), ...row(108, 30)];

const sideTeeth: readonly Tooth[] = [0, 1, 2, 3, 4, 5, 6].flatMap((place) => {
  const x = 62 + place * 24;
  const height = 30 - Math.abs(place - 2) * 1.6;
  return [
    { x, y: 74 - place * 0.6, width: 22, height, turn: 0 },
    { x: x + 8, y: 108 + place * 0.6, width: 21, height: height - 3, turn: 0 },
  ];
});

function archTeeth(view: "upper" | "lower"): Tooth[] {
  const count = 14;
  const up = view === "upper" ? 1 : -1;
  return Array.from({ length: count }, (_, place) => {
    const angle = Math.PI * ((place + 0.5) / count);
    const isBack = place < 3 || place > count - 4;
    return {
      x: round(120 - Math.cos(angle) * 66),
      y: round((view === "upper" ? 138 : 42) - up * Math.sin(angle) * 98),
      width: isBack ? 26 : 19,
      height: isBack ? 20 : 13,
      turn: round(up * ((angle * 180) / Math.PI - 90)),
    };
  });
}

/** The same text on server and browser, whose sines may differ in the last digit. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const alignerEdge: Readonly<Record<CheckInView, string>> = {
  front: "M34 62C70 46 170 46 206 62M34 122C70 134 170 134 206 122",
  left: "M48 58C90 50 170 48 214 56M56 126C100 132 170 132 214 126",
  right: "M48 58C90 50 170 48 214 56M56 126C100 132 170 132 214 126",
  upper: "M38 150C36 60 76 24 120 24S204 60 202 150",
  lower: "M38 30C36 120 76 156 120 156S204 120 202 30",
};
