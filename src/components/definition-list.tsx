import type { ReactNode } from "react";

export type Definition = { term: ReactNode; detail: ReactNode; action?: ReactNode };

/** Names and what they stand for, one per line; the action sits at the end of its line. */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="flex flex-col">
      {items.map((item, index) => (
        <div
          className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-hairline border-b py-3 last:border-0"
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never move
          key={index}
        >
          <dt className="w-full text-muted text-sm sm:w-32 sm:shrink-0 sm:text-dense">
            {item.term}
          </dt>
          <dd className="min-w-0 grow basis-40">{item.detail}</dd>
          {item.action && <dd>{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
