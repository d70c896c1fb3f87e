import type { RecordKind } from "./pms-store";
import type { RecordFilter } from "./records";

interface Condition {
  readonly parameter: string;
  readonly kinds?: readonly RecordKind[];
  /** With `?` where the value goes. */
  readonly sql: string;
  /** The value as the database takes it; undefined when it is none. */
  readonly read?: (value: string) => string | undefined;
}

const time = (value: string) => {
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
};
const startTime = "(body->>'start_time')::timestamptz";

const conditions: readonly Condition[] = [
  { parameter: "updated_after", sql: "updated_at > ?::timestamptz", read: time },
  { parameter: "created_after", sql: "created_at > ?::timestamptz", read: time },
  { parameter: "site_id", sql: "body->>'site_id' = ?" },
  {
    parameter: "email_address",
    kinds: ["patients"],
    sql: "lower(body->>'email_address') = lower(?)",
  },
  {
    parameter: "query",
    kinds: ["patients"],
    sql: "concat_ws(' ', body->>'first_name', body->>'last_name', body->>'email_address') ilike '%' || ? || '%'",
  },
  { parameter: "active", kinds: ["patients"], sql: "body->>'active' = ?" },
  {
    parameter: "patient_id",
    kinds: ["appointments"],
    sql: "body->>'patient_id' = ?",
  },
  {
    parameter: "practitioner_id",
    kinds: ["appointments"],
    sql: "body->>'practitioner_id' = ?",
  },
  { parameter: "state", kinds: ["appointments"], sql: "body->>'state' = ?" },
  {
    parameter: "after",
    kinds: ["appointments"],
    sql: `${startTime} >= ?::timestamptz`,
    read: time,
  },
  {
    parameter: "before",
    kinds: ["appointments"],
    sql: `${startTime} < ?::timestamptz`,
    read: time,
  },
];

/** What a list is narrowed to. Parameters nobody knows, or of no use here, are silently ignored as there. */
export function filterOf(kind: RecordKind, query: URLSearchParams): RecordFilter {
  const values: unknown[] = [];
  let sql = "";
  for (const condition of conditions) {
    const given = query.get(condition.parameter);
    if (given === null || condition.kinds?.includes(kind) === false) continue;
    const value = condition.read === undefined ? given : condition.read(given);
    if (value === undefined) continue;
    values.push(value);
    // $1 and $2 are account and kind.
    sql += ` and ${condition.sql.replace("?", `$${values.length + 2}`)}`;
  }
  if (kind === "appointments" && query.get("cancelled") !== "true" && !query.has("state")) {
    sql += " and body->>'state' not in ('Cancelled', 'Did not attend')";
  }
  return { sql, values };
}
