import { EmptyState } from "@/components/empty-state";
import { Section } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { SegmentLinks } from "@/components/segment-links";
import type { RepairEntry } from "@/features/repairs/list-repairs";
import { causes, type RepairSearch, repairHref } from "@/features/repairs/repair-search";
import { getTranslations } from "@/lib/translations";
import { CauseFilter } from "./cause-filter";
import { FailedEntry } from "./failed-entry";

type FailedListProps = {
  entries: readonly RepairEntry[];
  next: string | null;
  search: RepairSearch;
  zone: string;
};

/** R8: every failed registration, open or repaired, by cause. */
export async function FailedList({ entries, next, search, zone }: FailedListProps) {
  const [words, causeWords] = await Promise.all([
    getTranslations("repairs.failed"),
    getTranslations("repairs.cause"),
  ]);
  const { isRepaired, cause } = search;
  const empty = cause ? "emptyFilter" : isRepaired ? "emptyRepaired" : "empty";
  const here = { isRepaired, cause };
  return (
    <Section id="failed" title={words("title")}>
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SegmentLinks
          items={[
            { href: repairHref({ cause }), label: words("open"), current: !isRepaired },
            {
              href: repairHref({ cause, isRepaired: true }),
              label: words("repaired"),
              current: isRepaired,
            },
          ]}
          label={words("show")}
        />
        <CauseFilter
          chosen={cause ?? ""}
          isRepaired={isRepaired}
          label={words("cause")}
          options={[
            { value: "", label: words("all") },
            ...causes.map((value) => ({ value, label: causeWords(value) })),
          ]}
        />
      </div>
      {entries.length === 0 ? (
        <EmptyState title={words(empty)}>{words(`${empty}Text`)}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {entries.map((entry) => (
            <FailedEntry entry={entry} key={entry.id} zone={zone} />
          ))}
        </ul>
      )}
      <Pagination
        firstHref={search.after === undefined ? null : repairHref(here)}
        nextHref={next === null ? null : repairHref({ ...here, after: next })}
      />
    </Section>
  );
}
