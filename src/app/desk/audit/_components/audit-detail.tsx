import Link from "next/link";
import { type Definition, DefinitionList } from "@/components/definition-list";
import type { AuditLine } from "@/features/audit/audit-lines";
import type { AuditFilters } from "@/features/audit/schema";
import { dateFormat } from "@/lib/date-formats";
import { formatInstantDay, localeOf } from "@/lib/format-time";
import type { Translate } from "@/lib/translations";
import { auditHref } from "./audit-href";

type AuditDetailProps = {
  row: AuditLine;
  filters: AuditFilters;
  zone: string;
  language: string;
  words: Translate;
};

/** Everything a row says, with the ways to others like it. */
export function AuditDetail({ row, filters, zone, language, words }: AuditDetailProps) {
  const term = (key: string) => words(`list.${key}`);
  const go = (href: string, label: string) => (
    <Link
      className="link inline-flex min-h-11 items-center lg:min-h-9"
      href={href}
      prefetch={false}
    >
      {label}
    </Link>
  );
  const items: (Definition | false)[] = [
    {
      term: term("at"),
      detail: `${formatInstantDay(row.at, zone, language)}, ${timeWithSeconds(row.at, zone, language)}`,
    },
    row.personId !== null && {
      term: term("person"),
      detail: row.personName ?? row.personId,
      action: go(auditHref({ ...filters, person: row.personId }), term("onlyPerson")),
    },
    row.patientId !== null && {
      term: term("patient"),
      detail: go(`/desk/records/${row.patientId}`, row.patientName ?? term("openRecord")),
      action: go(auditHref({ ...filters, patient: row.patientId }), term("onlyPatient")),
    },
    row.objectKind !== null && {
      term: term("object"),
      detail: code(`${row.objectKind} ${row.objectId ?? ""}`),
    },
    ...row.detail.map(
      ([name, value]) =>
        value !== "[]" && {
          term: words.has(`details.${name}`) ? words(`details.${name}`) : name,
          detail: code(value),
        },
    ),
    row.address !== null && { term: term("address"), detail: code(row.address) },
    row.requestId !== null && { term: term("request"), detail: code(row.requestId) },
    { term: term("number"), detail: row.number ?? term("unsealed") },
  ];
  return <DefinitionList items={items.filter((item) => item !== false)} />;
}

function code(text: string) {
  return <span className="wrap-anywhere text-sm tabular-nums">{text}</span>;
}

function timeWithSeconds(at: string, zone: string, language: string): string {
  const options = { timeStyle: "medium", timeZone: zone } as const;
  return dateFormat(localeOf(language), options).format(new Date(at));
}
