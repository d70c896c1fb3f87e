import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";
import { drawn } from "./drawn";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** `sunken` folds away a part of the page itself; its words keep their own colours. */
  tone?: "surface" | "sunken";
};

const tones = {
  surface: {
    box: "rounded-control border border-hairline bg-surface",
    body: "px-4 pb-4 text-muted",
  },
  sunken: { box: "rounded-card bg-sunken", body: "px-4 pt-2 sm:px-5" },
};

/** More to read for those who want it. */
export function Disclosure({ summary, children, open = false, tone = "surface" }: DisclosureProps) {
  const { box, body } = tones[tone];
  return (
    <details className={classNames("group", box)} open={open}>
      <summary className="flex min-h-12 items-center justify-between gap-3 rounded-[inherit] px-4 py-2 font-medium">
        {summary}
        <span
          className="contents"
          {...drawn(
            <ChevronDown
              aria-hidden="true"
              className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
            />,
          )}
        />
      </summary>
      <div className={body}>{children}</div>
    </details>
  );
}
