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
  afterAll(() => onServer(superuser, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  const { app, owner, queue } = embeddedAddresses(state, name);
  return { name, app, owner, queue };
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
