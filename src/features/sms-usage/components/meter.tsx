type MeterProps = {
  /** 0 to 100; more is drawn as full. */
  percent: number;
  tone?: "accent" | "notice" | "danger";
  /** Where a mark stands, 0 to 100. */
  mark?: number;
  thin?: boolean;
};

const tones = { accent: "stroke-accent", notice: "stroke-notice", danger: "stroke-danger" };

/** A share as a bar. Its words stand beside it. */
export function Meter({ percent, tone = "accent", mark, thin = false }: MeterProps) {
  const width = thin ? 6 : 12;
  const share = Math.min(Math.max(percent, 0), 100);
  return (
    <svg
      aria-hidden="true"
      className={`block w-full overflow-visible px-1.5 ${thin ? "h-1.5" : "h-3"}`}
      preserveAspectRatio="none"
      viewBox="0 0 100 12"
    >
      <path
        className="fill-none stroke-sunken"
        d="M0 6H100"
        strokeLinecap="round"
        strokeWidth={width}
        vectorEffect="non-scaling-stroke"
      />
      {share > 0 && (
        <path
          className={`fill-none ${tones[tone]}`}
          d={`M0 6H${share}`}
          strokeLinecap="round"
          strokeWidth={width}
          vectorEffect="non-scaling-stroke"
        />
      )}
      {mark !== undefined && (
        <path
          className="fill-none stroke-edge"
          d={`M${mark} -2V14`}
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
