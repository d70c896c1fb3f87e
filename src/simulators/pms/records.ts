import type { Temporal } from "temporal-polyfill";
import type { StoreTransaction } from "../store/open-store";
import { type RecordBody, type RecordKind, type RecordRow, shown } from "./pms-store";

const columns = "id, account_id, body, created_at, updated_at";

export async function findRecord(
  store: StoreTransaction,
  accountId: string,
  kind: RecordKind,
  id: string,
): Promise<RecordRow | undefined> {
  const [row] = await store.query<RecordRow>(
    `select ${columns} from record where account_id = $1 and kind = $2 and id = $3`,
    [accountId, kind, id],
  );
  return row;
}

export async function insertRecord(
  store: StoreTransaction,
  accountId: string,
  kind: RecordKind,
  body: RecordBody,
  now: Temporal.Instant,
): Promise<RecordBody> {
  const [row] = await store.query<RecordRow>(
    `insert into record (kind, id, account_id, body, created_at, updated_at)
     values ($1, nextval('record_id'), $2, $3, $4, $4) returning ${columns}`,
    [kind, accountId, JSON.stringify(body), now.toString()],
  );
  if (row === undefined) throw new Error("A record was not written.");
  return shown(row);
}

/** Changes what `changes` names and keeps the rest. */
export async function changeRecord(
  store: StoreTransaction,
  { id }: RecordRow,
  kind: RecordKind,
  changes: RecordBody,
  now: Temporal.Instant,
): Promise<RecordBody> {
  const [row] = await store.query<RecordRow>(
    `update record set body = body || $3::jsonb, updated_at = $4
     where kind = $1 and id = $2 returning ${columns}`,
    [kind, id, JSON.stringify(changes), now.toString()],
  );
  if (row === undefined) throw new Error("A record vanished.");
  return shown(row);
}

const sortColumns: Readonly<Record<string, string>> = {
  id: "id",
  created_at: "created_at",
  updated_at: "updated_at",
  last_name: "body->>'last_name'",
  start_time: "(body->>'start_time')::timestamptz",
};

export interface RecordFilter {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface RecordPage {
  readonly items: readonly RecordBody[];
  readonly meta: { readonly total: number; readonly total_pages: number };
}

/** A page of a list: `page`, `per_page` (25, at most 100), `sort_by`, `sort_direction`; `sql` counts from $3. */
export async function listRecords(
  store: StoreTransaction,
  accountId: string,
  kind: RecordKind,
  query: URLSearchParams,
  { sql, values }: RecordFilter,
): Promise<RecordPage> {
  const perPage = Math.min(wholeNumber(query.get("per_page"), 25), 100);
  const page = wholeNumber(query.get("page"), 1);
  const sort = sortColumns[query.get("sort_by") ?? "id"] ?? "id";
  const direction = query.get("sort_direction") === "desc" ? "desc" : "asc";
  const where = `account_id = $1 and kind = $2${sql}`;
  const bound = [accountId, kind, ...values];
  const [count] = await store.query<{ total: number }>(
    `select count(*)::int as total from record where ${where}`,
    bound,
  );
  const total = count?.total ?? 0;
  const rows = await store.query<RecordRow>(
    `select ${columns} from record where ${where}
     order by ${sort} ${direction}, id ${direction} limit ${perPage} offset ${(page - 1) * perPage}`,
    bound,
  );
  return { items: rows.map(shown), meta: { total, total_pages: Math.ceil(total / perPage) } };
}

function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : otherwise;
}
