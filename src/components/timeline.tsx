import { Check, Pause } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export type TimelineState = "done" | "now" | "next" | "hold" | "event";

/** Things in the order of time, on one line. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {children}
    </ol>
  );
}

type TimelineItemProps = {
  state: TimelineState;
  /** The state in words, for those who do not see the mark. */
  stateLabel: string;
  title: ReactNode;
  /** Stands at the end of the line, usually the date. */
  aside?: ReactNode;
  children?: ReactNode;
};

const marks: Record<TimelineState, string> = {
  done: "border-accent bg-accent text-on-accent",
  now: "border-accent bg-surface ring-4 ring-accent-soft",
  next: "border-edge bg-surface",
  hold: "border-notice bg-notice-soft text-notice",
  event: "border-edge bg-sunken",
};

/** One entry; worn is filled, the present one ringed, what comes is hollow. */
export function TimelineItem({ state, stateLabel, title, aside, children }: TimelineItemProps) {
  const past = state === "done";
  return (
    <li
      aria-current={state === "now" ? "step" : undefined}
      className="group relative flex gap-4 pb-5 last:pb-0"
    >
      <span
        aria-hidden="true"
        className={classNames(
          "absolute inset-y-0 start-[0.6875rem] mt-3 w-0.5 group-last:hidden",
          past ? "bg-accent" : "bg-hairline",
        )}
      />
      <span
        aria-hidden="true"
        className={classNames(
          "relative mt-0.5 grid size-6 shrink-0 place-items-center rounded-chip border-2",
          marks[state],
          state === "event" && "scale-60",
        )}
      >
        {state === "done" && <Check className="size-3.5" strokeWidth={3} />}
        {state === "hold" && <Pause className="size-3" strokeWidth={3} />}
        {state === "now" && <span className="size-2 rounded-chip bg-accent" />}
      </span>
      <div className="flex min-w-0 grow flex-col gap-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className={state === "now" ? "font-semibold" : "font-medium"}>
            {title}
            <span className="sr-only"> ({stateLabel})</span>
          </p>
          {aside && <p className="text-muted text-sm">{aside}</p>}
        </div>
        {children && <div className="text-dense text-muted">{children}</div>}
      </div>
    </li>
  );
}
