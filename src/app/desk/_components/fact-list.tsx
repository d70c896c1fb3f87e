import type { ReactNode } from "react";

export type Fact = { term: string; detail: ReactNode };

/** Names and facts in dense lines, for pages read at a glance. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="flex flex-col">
      {facts.map(({ term, detail }) => (
        <div
          className="flex items-baseline gap-4 border-hairline border-b py-2 last:border-0"
          key={term}
        >
          <dt className="w-24 shrink-0 text-muted text-sm">{term}</dt>
          <dd className="min-w-0 grow">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
