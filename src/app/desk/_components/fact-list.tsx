import type { ReactNode } from "react";
import { classNames } from "@/lib/class-names";

export type Fact = { term: string; detail: ReactNode };

type FactListProps = {
  facts: readonly Fact[];
  /** The name above its fact, where there is no room beside it. */
  stacked?: boolean;
};

/** Names and facts in dense lines, for pages read at a glance. */
export function FactList({ facts, stacked = false }: FactListProps) {
  return (
    <dl className="flex flex-col">
      {facts.map(({ term, detail }) => (
        <div
          className={classNames(
            "border-hairline border-b py-2 last:border-0",
            !stacked && "flex items-baseline gap-3",
          )}
          key={term}
        >
          <dt className="w-22 shrink-0 text-muted text-sm">{term}</dt>
          <dd className="min-w-0 grow">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
