import * as z from "zod";
import type { Search } from "@/lib/page-search";
import { searchDay } from "@/lib/search-day";
import { auditKinds } from "./action-kinds";
import { auditActions } from "./actions";

const text = z.string().trim().max(100);

/** What the audit log can be searched by; every part may be left out. Days are the practice's, both included. */
const filters = {
  /** Part of a name, or a person's id. */
  person: text.optional(),
  /** Words of a name, or a patient's id. */
  patient: text.optional(),
  /** One action, or a kind of them. */
  action: z.enum([...auditKinds, ...auditActions]).optional(),
  from: searchDay.optional(),
  until: searchDay.optional(),
  /** The beginning of an address. */
  address: text.optional(),
  /** A kind of object, or an object's id. */
  object: text.optional(),
};

export const auditFilters = z.strictObject(filters);
export type AuditFilters = z.output<typeof auditFilters>;

const filterNames = Object.keys(filters) as (keyof AuditFilters)[];

export const auditExportRequest = z.strictObject({ ...filters, format: z.enum(["csv", "json"]) });
export type AuditExportRequest = z.output<typeof auditExportRequest>;

/** Why a part of the address cannot be searched by: no such day, one before the first day, or no such thing. */
export type WrongFilter = "day" | "order" | "value";

/** The filters of a page's address, and which parts of it cannot be read; with one of those nothing is to be searched. */
export function readFilters(search: Search): {
  readonly filters: AuditFilters;
  readonly wrong: Readonly<Partial<Record<keyof AuditFilters, WrongFilter>>>;
} {
  const read: Record<string, unknown> = {};
  const wrong: Partial<Record<keyof AuditFilters, WrongFilter>> = {};
  for (const name of filterNames) {
    const given = search[name];
    if (typeof given !== "string" || given === "") continue;
    // PostgreSQL takes no NUL.
    const one = filters[name].safeParse(given.replaceAll("\0", " "));
    if (!one.success) wrong[name] = name === "from" || name === "until" ? "day" : "value";
    else if (one.data) read[name] = one.data;
  }
  const found: AuditFilters = read;
  if (found.from && found.until && found.until < found.from) wrong.until = "order";
  return { filters: found, wrong };
}
