import { ChevronDown } from "lucide-react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { actionWords } from "@/features/audit/action-words";
import type { AuditLine } from "@/features/audit/audit-lines";
import type { AuditFilters } from "@/features/audit/schema";
import { formatInstantTime } from "@/lib/format-time";
import { shortDay } from "@/lib/short-day";
import type { Translate } from "@/lib/translations";
import { AuditDetail } from "./audit-detail";

type AuditRowsProps = {
  rows: readonly AuditLine[];
  filters: AuditFilters;
  zone: string;
  language: string;
  words: Translate;
};

/** One line each: when, who, what for whom. The rest opens under it. */
export function AuditRows({ rows, filters, zone, language, words }: AuditRowsProps) {
  if (rows.length === 0)
    return (
      <EmptyState
        action={<ButtonLink href="/desk/audit">{words("list.emptyGo")}</ButtonLink>}
        title={words("list.empty")}
      >
        {words("list.emptyText")}
      </EmptyState>
    );
  return (
    <Card flush>
      <ul aria-label={words("list.label")} className="divide-y divide-hairline text-dense">
        {rows.map((row) => (
          <li key={row.id}>
            <details className="group">
              <summary
                className="grid cursor-pointer grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-0.5 px-4 py-3 hover:bg-sunken md:grid-cols-[9.5rem_minmax(0,13rem)_minmax(0,1fr)_auto]"
                data-list-item
              >
                <time className="text-muted text-sm md:text-dense" dateTime={row.at}>
                  {shortDay(row.at, language, { zone, weekday: false, year: true })}{" "}
                  {formatInstantTime(row.at, zone, language)}
                </time>
                <ChevronDown
                  aria-hidden="true"
                  className="size-5 self-center text-muted transition-transform group-open:rotate-180 md:order-last"
                />
                <span className="col-span-2 wrap-anywhere md:col-span-1">
                  {row.personName ?? words("list.system")}
                  {row.role && (
                    <span className="ms-2 text-muted text-sm">{words(`roles.${row.role}`)}</span>
                  )}
                </span>
                <span className="col-span-2 wrap-anywhere md:col-span-1">
                  <span className="font-semibold">{actionWords(words, row.action)}</span>
                  {row.patientName && row.patientName !== row.personName && (
                    <span className="ms-2">{row.patientName}</span>
                  )}
                </span>
              </summary>
              <div className="bg-sunken px-4 py-2">
                <AuditDetail
                  filters={filters}
                  language={language}
                  row={row}
                  words={words}
                  zone={zone}
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
