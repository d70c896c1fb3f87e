import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { embeddedAddresses } from "../../scripts/database/addresses";
import { holdEmbeddedServer } from "../../scripts/database/embedded";
import { generateClient } from "../../scripts/database/generate";
import { processMark } from "../../scripts/database/leases";
import { migrate } from "../../scripts/database/migrate";
import { root } from "../../scripts/database/paths";
import { migrationsIn } from "../../scripts/database/pending";
import type { ServerState } from "../../scripts/database/state";

declare module "vitest" {
  export interface ProvidedContext {
    /** The embedded server of the tests and the database that `testDatabase` clones. */
    testServer: { state: ServerState; template: string };
  }
}

// Any number will do; every run of the tests must use the same.
const templateLock = 7_310_001;

/** Starts the tests' PostgreSQL and migrates a template, which later runs find finished. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const server = await holdEmbeddedServer(join(root, ".test"), { durable: false });
  const { state } = server;
  const template = `archway_template_${templateDigest()}`;
  const client = new pg.Client({ connectionString: embeddedAddresses(state, "postgres").owner });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    await dropLeftovers(client);
    if (!(await exists(client, template))) await buildTemplate(client, state, template);
  } catch (error) {
    await server.release();
    throw error;
  } finally {
    await client.end();
  }
  project.provide("testServer", { state, template });
  return server.release;
}

function templateDigest(): string {
  const digest = createHash("sha256");
  for (const [name, sum] of migrationsIn(join(root, "prisma/migrations"))) {
    digest.update(`${name} ${sum}\n`);
  }
  for (const file of ["prisma/queue.sql", "node_modules/graphile-worker/package.json"]) {
    const path = join(root, file);
    if (existsSync(path)) digest.update(readFileSync(path));
  }
  return digest.digest("hex").slice(0, 16);
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  return rowCount === 1;
}

async function buildTemplate(
  client: pg.Client,
  state: ServerState,
  template: string,
): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'archway\\_template\\_%'",
  );
  for (const row of rows) {
    // One that another run is cloning this moment stays.
    await client.query(`DROP DATABASE IF EXISTS ${row.datname}`).catch(() => undefined);
  }
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${draft} TEMPLATE template0`);
  await migrate(embeddedAddresses(state, draft));
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

/** Databases of runs that were killed; their names begin with the process that made them. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'test\\_%'",
  );
  for (const { datname } of rows) {
    if (processMark(Number(datname.split("_")[1]))) continue;
    await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  }
}
