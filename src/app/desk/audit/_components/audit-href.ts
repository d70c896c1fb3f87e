import type { AuditFilters } from "@/features/audit/schema";

/** The page's address with these filters, from a cursor on where there is one. */
export function auditHref(filters: AuditFilters, before?: string): string {
  const given = Object.entries(filters).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
  const query = new URLSearchParams(before ? [...given, ["before", before]] : given).toString();
  return query === "" ? "/desk/audit" : `/desk/audit?${query}`;
}
