import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll } from "vitest";
import { type Env, loadEnv } from "@/env";
import { type SeedOptions, seedDemo } from "../../../prisma/seed/seed-demo";
import { type TestDatabase, testDatabase } from "../../support/test-database";

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");

/** Uploads of all demos of this file. */
export const filesDir = join(tmpdir(), `archway-demo-${process.pid}-${crypto.randomUUID()}`);
afterAll(() => rm(filesDir, { recursive: true, force: true }));

/** The environment of a demo over this database. */
export function demoEnv({ app, owner, queue }: TestDatabase): Env {
  return loadEnv({
    ARCHWAY_MODE: "demo",
    DATABASE_URL: app,
    DATABASE_OWNER_URL: owner,
    QUEUE_DATABASE_URL: queue,
    PASSWORD_PEPPERS: `1:${key(1)}`,
    SEALING_KEYS: `k1:${key(2)}`,
    HMAC_KEY: key(3),
    SMTP_URL: "smtp://127.0.0.1:1",
    TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000000",
    TWILIO_AUTH_TOKEN: "unused",
    TWILIO_FROM: "+46701740699",
  });
}

/** The simulators' schemas lie in the same database here: no other suite sees them. */
export function seedOptions(database: TestDatabase): SeedOptions {
  const { peppers, sealingKeys, simulatorsPort } = demoEnv(database);
  const { owner } = database;
  return { ownerUrl: owner, simulatorsUrl: owner, simulatorsPort, filesDir, peppers, sealingKeys };
}

export interface Seeded {
  readonly database: TestDatabase;
  readonly env: Env;
  /** The owner's connection; without a practice's context it sees no tenant row. */
  readonly owner: pg.Client;
  readonly app: pg.Client;
  readonly practices: readonly { readonly id: string; readonly shortName: string }[];
  /** Rows of one practice, read in its context by the owner. */
  rows<Row extends object>(shortName: string, sql: string): Promise<Row[]>;
}

/** A database with the demo in it. Call it once at the top of a test file. */
export async function seededDemo(): Promise<Seeded> {
  const database = await testDatabase();
  await seedDemo(seedOptions(database));
  const owner = new pg.Client({ connectionString: database.owner });
  const app = new pg.Client({ connectionString: database.app });
  await Promise.all([owner.connect(), app.connect()]);
  afterAll(() => Promise.all([owner.end(), app.end()]));
  const { rows: practices } = await owner.query<{ id: string; shortName: string }>(
    `select id, short_name as "shortName" from identity.practice order by created_at`,
  );
  return {
    database,
    env: demoEnv(database),
    owner,
    app,
    practices,
    async rows<Row extends object>(shortName: string, sql: string) {
      const practice = practices.find((one) => one.shortName === shortName);
      await owner.query("select set_config('app.practice_id', $1, false)", [practice?.id ?? ""]);
      const { rows } = await owner.query<Row>(sql);
      await owner.query("select set_config('app.practice_id', '', false)");
      return rows;
    },
  };
}
