import type pg from "pg";
import type { RowOf, TableName } from "./tables";
import { tableNames } from "./tables";

/** Rows of one practice, kept until all are made, then written table by table in few statements. */
export interface Rows {
  add<Name extends TableName>(table: Name, ...rows: RowOf<Name>[]): void;
  of<Name extends TableName>(table: Name): readonly RowOf<Name>[];
  /** Writes everything in the order that foreign keys need, inside the caller's transaction. */
  write(client: pg.ClientBase): Promise<void>;
}

export function createRows(): Rows {
  const kept: { [Name in TableName]?: RowOf<Name>[] } = {};
  function list<Name extends TableName>(table: Name): RowOf<Name>[] {
    const present: RowOf<Name>[] | undefined = kept[table];
    if (present) return present;
    const created: RowOf<Name>[] = [];
    Object.assign(kept, { [table]: created });
    return created;
  }
  return {
    add(table, ...rows) {
      const rest = list(table);
      for (const row of rows) rest.push(row);
    },
    of: list,
    async write(client) {
      for (const table of tableNames) {
        const rows = list(table);
        if (rows.length > 0) await insertAll(client, table, rows);
      }
    },
  };
}

/** One statement for all rows. A column that no row names keeps its default. */
export async function insertAll(
  client: pg.ClientBase,
  table: string,
  rows: readonly object[],
): Promise<void> {
  const named = new Set<string>();
  for (const row of rows) for (const field of Object.keys(row)) named.add(field);
  const columns = [...named].map((field) => `"${columnOf(field)}"`).join(", ");
  const renamed = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value])),
  );
  await client.query(
    `insert into ${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(renamed, asJson)],
  );
}

/** `startsAt` → `starts_at`, as every `@map` of the schema does. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function asJson(_field: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return typeof value === "bigint" ? value.toString() : value;
}
