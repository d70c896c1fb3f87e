import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { type DatabaseAddresses, embeddedAddresses } from "../../scripts/database/addresses";
import { superuserAddress } from "../../scripts/database/cluster";

/** A database of one test file: the addresses of its three roles (S12) and its name. */
export interface TestDatabase extends Pick<DatabaseAddresses, "app" | "owner" | "queue"> {
  name: string;
}

/**
 * A fresh, migrated, empty database, dropped after the file's tests. Call it once at the top of
 * the file, before opening pools; close these in an `afterAll` of your own.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { state, template } = inject("testServer");
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const maintenance = embeddedAddresses(state, "postgres").owner;
  await onServer(maintenance, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  // Privileges on the database itself are not cloned with it.
  await onServer(maintenance, `GRANT CREATE ON DATABASE ${name} TO archway_queue`);
  // As superuser: nobody else may end an autovacuum that happens to work there.
  const superuser = superuserAddress(state);
  afterAll(async () => {
    await onServer(superuser, untilLeft(name));
    await onServer(superuser, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  const { app, owner, queue } = embeddedAddresses(state, name);
  return { name, app, owner, queue };
}

/**
 * A pool counts as ended once it has said so; a connection cut off before the server read that is an error nobody
 * catches. Ends after a second at the latest, for who never leaves.
 */
function untilLeft(name: string): string {
  return `DO $$ BEGIN
    FOR i IN 1..100 LOOP
      PERFORM pg_stat_clear_snapshot();
      EXIT WHEN NOT EXISTS
        (SELECT FROM pg_stat_activity WHERE datname = '${name}' AND backend_type = 'client backend');
      PERFORM pg_sleep(0.01);
    END LOOP;
  END $$`;
}

async function onServer(address: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
