import type { WearDayView } from "../schema";

type WearBarsProps = {
  days: readonly WearDayView[];
  /** The same in words. */
  label: string;
  /** Height of a whole day, in units of which a bar is 8 wide. */
  height?: number;
};

const STEP = 12;
const BAR = 8;
const FOOT = 4;
/** The longest day, in minutes: 24 hours, so that every picture has one scale. */
const WHOLE = 1440;

/** Days as bars against the goal's line: filled up to the goal, outlined below it, a dot where nothing was noted. */
export function WearBars({ days, label, height = 104 }: WearBarsProps) {
  const width = days.length * STEP;
  const y = (minutes: number) => height - (Math.min(minutes, WHOLE) / WHOLE) * height;
  return (
    <svg
      aria-label={label}
      className="block w-full overflow-visible"
      role="img"
      viewBox={`0 -2 ${width} ${height + FOOT + 4}`}
    >
      <path className="stroke-hairline" d={`M0 ${height + 1}H${width}`} strokeWidth="1" />
      {days.map((day, index) => (
        <Bar day={day} height={height} key={day.on} x={index * STEP + (STEP - BAR) / 2} y={y} />
      ))}
      <path
        className="fill-none stroke-ink"
        d={goalLine(days, y)}
        strokeDasharray="3 3"
        strokeLinecap="round"
        strokeWidth="1.25"
      />
    </svg>
  );
}

type BarProps = {
  day: WearDayView;
  x: number;
  height: number;
  y: (minutes: number) => number;
};

function Bar({ day, x, height, y }: BarProps) {
  const { minutes, goalMinutes, isPaused } = day;
  if (minutes === null || minutes === 0) {
    return isPaused ? (
      <path className="stroke-edge" d={`M${x} ${height - 2}h${BAR}`} strokeWidth="2" />
    ) : (
      <circle
        className={minutes === 0 ? "fill-accent" : "fill-none stroke-edge"}
        cx={x + BAR / 2}
        cy={height - 3}
        r="2"
      />
    );
  }
  const isReached = goalMinutes !== null && minutes >= goalMinutes;
  const top = y(minutes);
  return (
    <rect
      className={isReached ? "fill-accent stroke-accent" : "fill-accent-soft stroke-accent"}
      height={Math.max(2, height - top)}
      rx="2.5"
      strokeWidth="1"
      width={BAR}
      x={x}
      y={top}
    />
  );
}

/** A line over the days that have a goal, stepping where it changes. */
function goalLine(days: readonly WearDayView[], y: (minutes: number) => number): string {
  let path = "";
  let last: number | null = null;
  for (const [index, { goalMinutes }] of days.entries()) {
    if (goalMinutes !== null) {
      const from = index * STEP;
      path += goalMinutes === last ? "" : `M${from} ${y(goalMinutes)}`;
      path += `H${from + STEP}`;
    }
    last = goalMinutes;
  }
  return path;
}
