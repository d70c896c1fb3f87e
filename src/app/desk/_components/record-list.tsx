import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { Stack } from "@/components/layout";
import type { RecordLine } from "@/features/records/find-patients";
import { mostFound } from "@/features/records/search-records";
import { pickWords } from "@/lib/pick-words";
import { shortDate } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { PortalChip } from "./portal-chip";
import { RecordSearch } from "./record-search";

type RecordListProps = {
  query: string;
  /** Found by the query, or opened lately when there is none. */
  lines: readonly RecordLine[];
  selectedId?: string;
};

/** The search and what it found; `j` and `k` walk through it. */
export async function RecordList({ query, lines, selectedId }: RecordListProps) {
  const words = await getTranslations("records.search");
  const isSearch = query !== "";
  return (
    <Stack gap={4}>
      <RecordSearch query={query} words={pickWords(words, ["label", "placeholder"])} />
      <p className="px-1 text-muted text-sm" role="status">
        {isSearch
          ? lines.length >= mostFound
            ? words("most", { count: mostFound })
            : words("count", { count: lines.length })
          : words("recent")}
      </p>
      {lines.length > 0 ? (
        <ul className="flex flex-col overflow-hidden rounded-card border border-hairline bg-surface">
          {lines.map((line) => (
            <li className="border-hairline border-b last:border-0" key={line.id}>
              <Link
                aria-current={line.id === selectedId ? "true" : undefined}
                className="flex flex-col gap-1 px-4 py-3 hover:bg-sunken focus-visible:-outline-offset-3 aria-[current=true]:bg-accent-soft"
                data-list-item
                href={`/desk/records/${line.id}${isSearch ? `?query=${encodeURIComponent(query)}` : ""}`}
                prefetch={false}
              >
                <span className="flex items-start justify-between gap-3">
                  <span className="wrap-anywhere min-w-0 font-semibold">{line.name}</span>
                  <span className="shrink-0">
                    <PortalChip isArchived={line.isArchived} status={line.portalStatus} />
                  </span>
                </span>
                <span className="flex flex-wrap gap-x-3 text-muted text-sm tabular-nums">
                  <time dateTime={line.dateOfBirth}>{shortDate(line.dateOfBirth)}</time>
                  {line.mobile && <span>{line.mobile}</span>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : isSearch ? (
        <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
      ) : (
        <p className="px-1 text-muted">{words("start")}</p>
      )}
    </Stack>
  );
}
