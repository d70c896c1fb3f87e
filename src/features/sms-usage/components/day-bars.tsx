interface Day {
  readonly on: string;
  readonly texts: number;
}

type DayBarsProps = {
  days: readonly Day[];
  /** How many days the month has; those to come stand as dots. */
  daysInMonth: number;
  /** The same in words. */
  label: string;
};

const STEP = 12;
const BAR = 8;
const HEIGHT = 72;

/** A month's texts, a bar for each day. */
export function DayBars({ days, daysInMonth, label }: DayBarsProps) {
  const width = daysInMonth * STEP;
  const most = Math.max(1, ...days.map(({ texts }) => texts));
  const left = (index: number) => index * STEP + (STEP - BAR) / 2;
  return (
    <svg
      aria-label={label}
      className="block w-full overflow-visible"
      role="img"
      viewBox={`0 -4 ${width} ${HEIGHT + 8}`}
    >
      <path
        className="fill-none stroke-hairline"
        d={`M0 0H${width}M0 ${HEIGHT / 2}H${width}`}
        strokeDasharray="2 4"
      />
      <path className="fill-none stroke-edge" d={`M0 ${HEIGHT + 1}H${width}`} />
      {Array.from({ length: daysInMonth }, (_, index) => {
        const day = days[index];
        if (!day || day.texts === 0)
          return (
            <circle
              className={day ? "fill-edge" : "fill-hairline"}
              cx={left(index) + BAR / 2}
              cy={HEIGHT - 3}
              key={day?.on ?? index}
              r={day ? 1.25 : 1}
            />
          );
        const height = Math.max(3, (day.texts / most) * HEIGHT);
        return (
          <rect
            className="fill-accent"
            height={height}
            key={day.on}
            rx="2.5"
            width={BAR}
            x={left(index)}
            y={HEIGHT - height}
          />
        );
      })}
    </svg>
  );
}
