import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { databaseRefusal } from "@/server/safe-database";
import { superuserAddress } from "../../../scripts/database/cluster";
import { testDatabase } from "../../support/test-database";

const database = await testDatabase();
const superuser = superuserAddress(inject("testServer").state, database.name);
const roles: string[] = [];

afterAll(async () => {
  await asSuperuser(...roles.map((role) => `drop owned by ${role}; drop role ${role}`));
});

async function asSuperuser(...statements: string[]): Promise<void> {
  await on(superuser, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

async function on<T>(address: string, work: (client: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: address, max: 1 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** A role of its own for this run: roles belong to the server, not to the database. */
async function role(attributes: string, ...more: string[]): Promise<string> {
  const name = `probe_${randomBytes(5).toString("hex")}`;
  roles.push(name);
  await asSuperuser(
    `create role ${name} login password 'probe' ${attributes}`,
    `grant archway_app to ${name}`,
    ...more.map((statement) => statement.replaceAll("ROLE", name)),
  );
  const address = new URL(database.app);
  address.username = name;
  address.password = "probe";
  return address.href;
}

const refusalOf = (address: string) => on(address, databaseRefusal);

describe("S22: the database role production runs with, asked of the database", () => {
  it("admits the application's role, and one that only holds it", async () => {
    expect(await refusalOf(database.app)).toBeNull();
    expect(await refusalOf(await role(""))).toBeNull();
  });

  it("refuses the owner of the tables", async () => {
    expect(await refusalOf(database.owner)).toMatch(/archway_owner owns tables .*archway_app/);
  });

  it("refuses a superuser", async () => {
    expect(await refusalOf(superuser)).toMatch(/postgres is a superuser.*roles\.sql/);
  });

  it("refuses BYPASSRLS", async () => {
    expect(await refusalOf(await role("bypassrls"))).toMatch(/BYPASSRLS/);
  });

  it.each([
    ["the owner", "grant archway_owner to ROLE", /owns tables/],
    ["the owner, when it says so", "grant archway_owner to ROLE with inherit false", /owns tables/],
    ["a superuser", "grant postgres to ROLE with inherit false", /may become postgres/],
    [
      "one table's owner",
      "alter table tenant.closure owner to ROLE",
      /owns tables \(tenant\.closure\)/,
    ],
  ])("refuses a role that is or may become %s", async (_what, statement, words) => {
    expect(await refusalOf(await role("", statement))).toMatch(words);
  });
});

describe("S22: the database production runs on", () => {
  it("refuses a moved clock, and the demo's lab", async () => {
    await on(database.owner, (client) =>
      client.query("insert into identity.clock_offset values (true, 1)"),
    );
    expect(await refusalOf(database.app)).toMatch(/clock was moved/);
    await on(database.owner, (client) => client.query("delete from identity.clock_offset"));
    await on(database.owner, (client) =>
      client.query(`insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
        values (gen_random_uuid(), 'alder', 'Alder', 'http://127.0.0.1:3903/labs/alder', 90, 30)`),
    );
    expect(await refusalOf(database.app)).toMatch(/holds the demo \(the lab Alder\)/);
  });
});
