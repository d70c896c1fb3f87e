import pg from "pg";

/** One simulator's own schema in the database `simulators`. */
export interface Store {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs `work` in one transaction; thrown errors roll it back. */
  transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type StoreTransaction = Pick<Store, "query">;

export interface StoreOptions {
  /** SIMULATORS_DATABASE_URL. */
  readonly url: string;
  /** Created when missing and first in the search path. */
  readonly schema: string;
  /** Idempotent DDL (`create table if not exists …`), run once per start. */
  readonly ddl: string;
}

/** Opens the schema, creating what is missing. Waits up to 15 s for a database that is still starting. */
export async function openStore({ url, schema, ddl }: StoreOptions): Promise<Store> {
  if (!/^[a-z_]+$/.test(schema)) throw new Error(`Not a schema name: ${schema}`);
  const pool = new pg.Pool({
    connectionString: url,
    max: 6,
    connectionTimeoutMillis: 5_000,
    options: `-c search_path=${schema} -c client_min_messages=warning`,
  });
  // An idle connection that the server closed is replaced at the next query.
  pool.on("error", () => {});
  const store: Store = {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...values])).rows,
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  };
  await untilReachable(() =>
    store.transaction(async (tx) => {
      // `create … if not exists` races with itself across processes.
      await tx.query("select pg_advisory_xact_lock(hashtext('simulators.ddl'))");
      await tx.query(`create schema if not exists ${schema}`);
      await tx.query(ddl);
    }),
  );
  return store;
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: StoreTransaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const value = await work({
      query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
        values.length === 0
          ? (await client.query<Row>(sql)).rows
          : (await client.query<Row>(sql, [...values])).rows,
    });
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** 57P03: the server is starting up. ECONNREFUSED: it does not listen yet. */
async function untilReachable(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (tries >= 30 || (code !== "ECONNREFUSED" && code !== "57P03")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
