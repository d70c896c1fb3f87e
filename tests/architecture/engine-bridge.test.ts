import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { embeddedAddresses } from "../../scripts/database/addresses";
import { runStatement } from "../../scripts/database/connection";
import { type PrismaTarget, runPrisma } from "../../scripts/database/prisma-command";

const firstSchema = `
datasource db {
  provider = "postgresql"
  schemas  = ["harbour", "fleet"]
}

enum Rig {
  sloop
  ketch

  @@schema("fleet")
}

model Berth {
  id    String @id @db.Uuid
  boats Boat[]

  @@map("berth")
  @@schema("harbour")
}

model Boat {
  id      String @id @db.Uuid
  rig     Rig
  berthId String @map("berth_id") @db.Uuid
  berth   Berth  @relation(fields: [berthId], references: [id])

  @@map("boat")
  @@schema("fleet")
}
`;

const ownSql = `CREATE FUNCTION harbour.twice(n integer) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  n := n * 2;
  RETURN n;
END $$;
`;

const folder = mkdtempSync(join(tmpdir(), "archway-bridge-"));
const { state } = inject("testServer");
const maintenance = embeddedAddresses(state, "postgres").owner;
const developed = `test_${process.pid}_developed`;
const deployed = `test_${process.pid}_deployed`;

async function query(database: string, text: string): Promise<Record<string, unknown>[]> {
  return (await runStatement(embeddedAddresses(state, database).owner, text)).rows;
}

function target(database: string): PrismaTarget {
  return {
    owner: embeddedAddresses(state, database).owner,
    schemaFolder: join(folder, "schema"),
    migrationsFolder: join(folder, "migrations"),
  };
}

const tables = `select table_schema || '.' || table_name as name from information_schema.tables
  where table_schema in ('harbour', 'fleet') order by 1`;

describe("Prisma's engine bridge, on a server", () => {
  beforeAll(async () => {
    mkdirSync(join(folder, "schema"));
    writeFileSync(join(folder, "schema", "main.prisma"), firstSchema);
    for (const name of [developed, deployed]) {
      await query("postgres", `CREATE DATABASE ${name} TEMPLATE template0`);
    }
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true });
    for (const name of [developed, deployed]) {
      await query("postgres", `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  });

  it("migrate dev writes a migration for two schemas and applies it", async () => {
    await runPrisma(["migrate", "dev", "--name", "first"], target(developed));
    expect(await query(developed, tables)).toEqual([
      { name: "fleet.boat" },
      { name: "harbour.berth" },
    ]);
    expect(readdirSync(join(folder, "migrations"))).toContainEqual(
      expect.stringMatching(/_first$/),
    );
  });

  it("status says what is not applied yet, and ends with an error code", async () => {
    await expect(runPrisma(["migrate", "status"], target(deployed))).rejects.toThrow(
      /have not yet been applied[\s\S]*_first/,
    );
  });

  it("deploy applies the migrations, functions with semicolons included", async () => {
    const own = join(folder, "migrations", "29990101000000_own");
    mkdirSync(own);
    writeFileSync(join(own, "migration.sql"), ownSql);
    await runPrisma(["migrate", "deploy"], target(deployed));
    expect(await query(deployed, tables)).toHaveLength(2);
    expect(await query(deployed, "select harbour.twice(21) as n")).toEqual([{ n: 42 }]);
    expect(await runPrisma(["migrate", "status"], target(deployed))).toContain("up to date");
  });

  it("diff shows what a changed schema needs, from the migrations and from the database", async () => {
    const changed = join(folder, "changed");
    cpSync(join(folder, "schema"), changed, { recursive: true });
    const file = join(changed, "main.prisma");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("rig     Rig", "rig     Rig\n  name    String"),
    );
    const fromDatabase = ["migrate", "diff", "--from-config-datasource", "--to-schema", changed];
    const added = 'ALTER TABLE "fleet"."boat" ADD COLUMN     "name" TEXT NOT NULL';
    expect(await runPrisma([...fromDatabase, "--script"], target(deployed))).toContain(added);
    await query("postgres", `CREATE DATABASE ${developed}_shadow TEMPLATE template0`);
    const shadow = embeddedAddresses(state, `${developed}_shadow`).owner;
    try {
      const fromMigrations = [
        "--from-migrations",
        join(folder, "migrations"),
        "--to-schema",
        changed,
      ];
      expect(
        await runPrisma(["migrate", "diff", ...fromMigrations, "--script"], {
          ...target(deployed),
          shadow,
        }),
      ).toContain(added);
    } finally {
      await query("postgres", `DROP DATABASE ${developed}_shadow WITH (FORCE)`);
    }
  });

  it("a migration that fails says why and ends with an error code", async () => {
    const broken = join(folder, "migrations", "29990102000000_broken");
    mkdirSync(broken);
    writeFileSync(join(broken, "migration.sql"), "CREATE TABLE harbour.berth (id integer);\n");
    await expect(runPrisma(["migrate", "deploy"], target(deployed))).rejects.toThrow(
      /relation "berth" already exists/,
    );
    rmSync(broken, { recursive: true });
  });

  it("leaves no shadow database behind", async () => {
    const left = await query(
      "postgres",
      "select datname from pg_database where datname like 'archway\\_shadow\\_%'",
    );
    expect(left).toEqual([]);
  });

  it("a server that does not answer is an error, not a success", async () => {
    const nobody = new URL(maintenance);
    nobody.port = "1";
    await expect(
      runPrisma(["migrate", "deploy"], { ...target(deployed), owner: nobody.href }),
    ).rejects.toThrow(/P1001|ECONNREFUSED/);
  });
});
