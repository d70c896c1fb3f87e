import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean };

/** More to read for those who want it. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details className="group rounded-control border border-hairline bg-surface" open={open}>
      <summary className="flex min-h-12 items-center justify-between gap-3 rounded-control px-4 py-2 font-medium">
        {summary}
        <ChevronDown
          aria-hidden="true"
          className="size-5 shrink-0 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="px-4 pb-4 text-muted">{children}</div>
    </details>
  );
}
