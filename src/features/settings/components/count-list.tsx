export type CountLine = { key: string; label: string; count: number };

/** What a setting does to how many: one line each, the number at its end. */
export function CountList({ lines }: { lines: CountLine[] }) {
  return (
    <dl className="divide-y divide-hairline border-hairline border-y">
      {lines.map(({ key, label, count }) => (
        <div className="flex items-baseline justify-between gap-4 py-2" key={key}>
          <dt>{label}</dt>
          <dd className="font-semibold tabular-nums">{count}</dd>
        </div>
      ))}
    </dl>
  );
}
