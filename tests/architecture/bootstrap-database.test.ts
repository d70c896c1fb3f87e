import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { embeddedAddresses } from "../../scripts/database/addresses";
import { runStatement } from "../../scripts/database/connection";
import {
  type EmbeddedServer,
  holdEmbeddedServer,
  reviveEmbeddedServer,
} from "../../scripts/database/embedded";
import { processMark } from "../../scripts/database/leases";

let folder: string;
const held: EmbeddedServer[] = [];

async function hold(durable = false): Promise<EmbeddedServer> {
  const server = await holdEmbeddedServer(folder, { durable });
  held.push(server);
  return server;
}

async function query(address: string, text: string): Promise<Record<string, unknown>[]> {
  return (await runStatement(address, text)).rows;
}

beforeEach(() => {
  // Closed to others, as a folder below a private home is.
  folder = mkdtempSync(join(tmpdir(), "archway-data-"));
});

afterEach(async () => {
  for (const server of held.splice(0)) await server.release();
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("S12: has the three roles, none of which may pass row-level security", async () => {
    const { state } = await hold();
    const { owner } = embeddedAddresses(state);
    const roles = await query(
      owner,
      `select rolname as name, rolcanlogin as login, rolcreatedb as creates, rolinherit as inherits
       from pg_roles where rolname like 'archway%' and not rolsuper and not rolbypassrls
       and not rolcreaterole order by 1`,
    );
    expect(roles).toEqual([
      { name: "archway_app", login: true, creates: false, inherits: true },
      { name: "archway_owner", login: true, creates: true, inherits: false },
      { name: "archway_queue", login: true, creates: false, inherits: true },
      { name: "archway_simulators", login: true, creates: false, inherits: true },
    ]);
    await expect(
      query(embeddedAddresses(state).app, "create table public.x (id int)"),
    ).rejects.toThrow(/permission denied/);
  });

  it("listens on 127.0.0.1 alone, in UTC, and keeps its passwords to its user", async () => {
    const { state } = await hold();
    const { owner } = embeddedAddresses(state);
    const [settings] = await query(
      owner,
      `select current_setting('listen_addresses') as addresses, current_setting('TimeZone') as zone,
       pg_encoding_to_char(encoding) as encoding, datlocale as locale
       from pg_database where datname = 'archway'`,
    );
    expect(settings).toEqual({
      addresses: "127.0.0.1",
      zone: "UTC",
      encoding: "UTF8",
      locale: "C.UTF-8",
    });
    expect(statSync(join(folder, "database.json")).mode & 0o077).toBe(0);
  });

  it("is shared by all who hold it and stops with the last of them", async () => {
    const [first, second] = await Promise.all([hold(), hold()]);
    expect(second.state.pid).toBe(first.state.pid);
    await first.release();
    expect(processMark(first.state.pid)).toBeDefined();
    await second.release();
    held.length = 0;
    expect(processMark(first.state.pid)).toBeUndefined();
  });

  it("comes back with its data after kill -9, on the same port", async () => {
    const { state } = await hold(true);
    const { owner } = embeddedAddresses(state);
    await query(owner, "create table kept (id int)");
    await query(owner, "insert into kept values (7)");
    process.kill(state.pid, "SIGKILL");
    await expect.poll(() => processMark(state.pid)).toBeUndefined();
    expect(await reviveEmbeddedServer(folder)).toBe(true);
    expect(await query(owner, "select id from kept")).toEqual([{ id: 7 }]);
  });

  it("does not take a stranger's process for the server that a stale file names", async () => {
    const first = await hold();
    await first.release();
    held.length = 0;
    const stale = join(folder, "postgres/postmaster.pid");
    writeFileSync(stale, `${process.pid}\n/elsewhere\n`);
    const second = await hold();
    expect(await query(embeddedAddresses(second.state).owner, "select 1 as one")).toEqual([
      { one: 1 },
    ]);
    expect(existsSync(stale)).toBe(true);
  });
});
