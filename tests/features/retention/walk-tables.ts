import { inPractice } from "@/db/transaction";
import type { World } from "../../support/world";

/** The tables that hang on a record by their keys, near or far. */
export async function tablesOfRecords(world: World): Promise<string[]> {
  const { rows } = await world.owner.pool.query<{ name: string }>(`
    with recursive hanging as (
      select 'tenant.patient'::regclass::oid as oid
      union select c.conrelid from pg_constraint c join hanging h on c.confrelid = h.oid where c.contype = 'f')
    select c.relname as name from hanging join pg_class c using (oid) where c.relname <> 'patient' order by 1`);
  return rows.map(({ name }) => name);
}

/** How many rows each tenant table of the practice has that name the id anywhere. */
export async function mentionsOf(world: World, practiceId: string, id: string) {
  const { rows: tables } = await world.owner.pool.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'tenant' and tablename <> 'audit_entry' order by 1",
  );
  return inPractice(world.db, practiceId, async (tx) => {
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
        `select count(*)::int as count from tenant.${name} t where to_jsonb(t)::text like '%${id}%'`,
      );
      if (row && row.count > 0) found.push(name);
    }
    return found;
  });
}

/** How many rows each of the tables has. */
export function rowsIn(world: World, practiceId: string, tables: readonly string[]) {
  return inPractice(world.db, practiceId, async (tx) => {
    const counted: Record<string, number> = {};
    for (const name of tables) {
      const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
        `select count(*)::int as count from tenant.${name}`,
      );
      counted[name] = row?.count ?? 0;
    }
    return counted;
  });
}
