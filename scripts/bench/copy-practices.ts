import pg from "pg";
import { benchId } from "./bench-id";
import { practiceSql, visitsSql } from "./seed-sql";

/** Tables that a practice with a diary fills. */
const tables = [
  "identity.practice",
  "tenant.practice_settings",
  "tenant.location",
  "tenant.opening_hours",
  "tenant.chair",
  "tenant.practitioner",
  "tenant.practitioner_hours",
  "tenant.visit_type",
  "tenant.visit_type_practitioner",
  "tenant.patient",
  "tenant.appointment",
] as const;

const FIVE_YEARS = 5 * 365;

/**
 * One practice of six orthodontists and `others` of one each, all with five years behind them. Filled as superuser
 * without checks, one practice copied many times; indexes are made afterwards. The exclusion constraints stay away:
 * reads use none of them, and they would take ten minutes.
 */
export async function fillFiveYears(superuser: string, others: number): Promise<number> {
  const client = new pg.Client({ connectionString: superuser });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '512MB'; set statement_timeout = 0;`);
    const indexes = await takeIndexesAway(client);
    await fill(client, "bench-a", 20_000, 6);
    await fill(client, "bench-c", 2_000, 1);
    for (const table of tables) await copyPractice(client, table, benchId("bench-c"), others - 1);
    for (const index of indexes) await client.query(index);
    await client.query("vacuum analyze");
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from tenant.appointment",
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, name: string, patients: number, practitioners: number) {
  const size = { patients, practitioners, daysBehind: FIVE_YEARS };
  await client.query(practiceSql(name, size));
  await client.query(visitsSql(name, size));
}

/** Answers the statements that make them again. */
async function takeIndexesAway(client: pg.Client): Promise<string[]> {
  await client.query(
    "alter table tenant.appointment drop constraint appointment_practitioner_free, drop constraint appointment_chair_free",
  );
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `select indexname, indexdef from pg_indexes
     where schemaname = 'tenant' and tablename = 'appointment' and indexname <> 'appointment_pkey'`,
  );
  for (const { indexname } of rows) await client.query(`drop index tenant."${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}

/** Every id of a copy begins with the copy's number, so that its rows belong together as the first one's do. */
async function copyPractice(
  client: pg.Client,
  table: (typeof tables)[number],
  practiceId: string,
  copies: number,
): Promise<void> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, atttypid::regtype::text as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const values = rows.map(({ name, type }) => {
    if (name === "short_name") return "a.short_name || n";
    if (type !== "uuid") return `a."${name}"`;
    return `overlay(a."${name}"::text placing lpad(to_hex(n), 4, '0') from 1)::uuid`;
  });
  const key = table === "identity.practice" ? "id" : "practice_id";
  await client.query(
    `insert into ${table} (${rows.map(({ name }) => `"${name}"`).join(", ")})
     select ${values.join(", ")} from generate_series(1, ${copies}) n, ${table} a where a.${key} = '${practiceId}'`,
  );
}
