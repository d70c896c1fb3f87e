import type { ReactNode } from "react";
import { drawn } from "@/components/drawn";

export type TimelineMark = "done" | "visit" | "stop" | "pause" | "finish" | "milestone";

/** Drawn once, shown by every row: sixty pictures of their own would weigh more than what they mark. */
const paths: Readonly<Record<TimelineMark, ReactNode>> = {
  done: <path d="M4.5 12.5l5 5 10-11" strokeWidth="3.2" />,
  visit: <path d="M8 2.5v4M16 2.5v4M3.5 5h17v16h-17zM3.5 10.5h17" strokeWidth="2.2" />,
  stop: (
    <path
      d="M6 2.5h12M6 21.5h12M7.5 2.5v4l4.5 5.5 4.5-5.5v-4M7.5 21.5v-4l4.5-5.5 4.5 5.5v4"
      strokeWidth="2.2"
    />
  ),
  pause: <path d="M8 5v14M16 5v14" strokeWidth="3.4" />,
  finish: <path d="M5 22V3.5c4-3 9 3 14 0v10.5c-5 3-10-3-14 0" strokeWidth="2.4" />,
  milestone: (
    <path
      d="M12 2.5l2.9 6 6.6.9-4.8 4.6 1.2 6.6-5.9-3.2-5.9 3.2 1.2-6.6L2.5 9.4l6.6-.9z"
      strokeWidth="2.2"
    />
  ),
};

const idOf = (mark: TimelineMark) => `timeline-${mark}`;

/** Stands once on a page with a timeline. */
export function TimelineMarks() {
  return (
    <svg
      aria-hidden="true"
      className="absolute size-0"
      {...drawn(
        Object.entries(paths).map(([mark, path]) => (
          <symbol
            fill="none"
            id={idOf(mark as TimelineMark)}
            key={mark}
            stroke="currentColor"
            strokeLinecap="round"
            strokeLinejoin="round"
            viewBox="0 0 24 24"
          >
            {path}
          </symbol>
        )),
      )}
    />
  );
}

export function Sign({ mark }: { mark: TimelineMark }) {
  return (
    <svg aria-hidden="true" className="size-3.5">
      <use href={`#${idOf(mark)}`} />
    </svg>
  );
}
