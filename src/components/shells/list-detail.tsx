import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

type ListDetailProps = {
  list: ReactNode;
  listLabel: string;
  detail: ReactNode;
  /** Something is chosen: below 1024 px it stands alone. */
  chosen?: boolean;
};

// The padding is room for focus rings, which a scrolling box would cut.
/** A list and what is chosen from it: side by side from 1024 px, one above the other below. */
export function ListDetail({ list, listLabel, detail, chosen = false }: ListDetailProps) {
  return (
    <div className="grid min-w-0 gap-6 lg:grid-cols-[minmax(18rem,22rem)_minmax(0,1fr)]">
      <section
        aria-label={listLabel}
        className={classNames(
          "-m-1.5 min-w-0 p-1.5 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto",
          chosen && "max-lg:hidden",
        )}
      >
        {list}
      </section>
      <div className="min-w-0">{detail}</div>
    </div>
  );
}
