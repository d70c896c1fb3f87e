import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { headsFolder } from "@/features/audit/heads-file";
import { inChain } from "@/features/audit/in-chain";
import { sealAudit } from "@/features/audit/seal-audit";
import type { Services } from "@/server/services";
import { makePractice, openWorld } from "../../support/world";
import { chainOf, sealedChain, verifiedIn, withOwnFolder, writeRows } from "./chain-world";

const world = await openWorld();
let services: Services;
let practiceId: string;

beforeEach(async () => {
  services = await withOwnFolder(world);
  practiceId = (await makePractice(world)).id;
});

const inOurs = <T>(statement: string) =>
  inChain(world.db, practiceId, (tx) => tx.$queryRawUnsafe<T[]>(statement));
const asOwner = (statement: string) =>
  inChain(world.owner, practiceId, (tx) => tx.$executeRawUnsafe(statement));

describe("S19: sealing", () => {
  it("S19: rows come unchained and are sealed in order; each practice and the installation has its own chain", async () => {
    const neighbour = (await makePractice(world)).id;
    for (const chain of [practiceId, neighbour, null]) await writeRows(services, chain, 3);
    expect(await chainOf(services, practiceId)).toMatchObject({ sound: 0, unsealed: 3 });
    await sealAudit(services);
    for (const chain of [practiceId, neighbour])
      expect(await chainOf(services, chain)).toMatchObject({
        sound: 3,
        unsealed: 0,
        headsAgree: 1,
        broken: null,
      });
    expect(await chainOf(services, null)).toMatchObject({ unsealed: 0, broken: null });
    expect((await verifiedIn(services)).ok).toBe(true);
  });

  it("S19: sealers at once put every row into the chain once", async () => {
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([
        writeRows(services, practiceId, 40),
        ...Array.from({ length: 4 }, () => sealAudit(services)),
        writeRows(services, practiceId, 40),
      ]);
    }
    await sealAudit(services);
    expect(await chainOf(services, practiceId)).toMatchObject({
      sound: 320,
      unsealed: 0,
      broken: null,
    });
  });

  it("S19: an open transaction with a row of its own holds up neither sealing nor other rows", async () => {
    await inChain(world.db, practiceId, async (tx) => {
      await tx.$executeRaw`insert into tenant.audit_entry (id, practice_id, at, action)
        values (gen_random_uuid(), ${practiceId}::uuid, app_now(), 'late')`;
      await sealedChain(services, practiceId, 2);
      expect(await chainOf(services, practiceId)).toMatchObject({ sound: 2, broken: null });
    });
    await sealAudit(services);
    expect(await chainOf(services, practiceId)).toMatchObject({ sound: 3, broken: null });
  });

  it("S19: a sealer whose connection is cut in the middle leaves a chain that the next one goes on with", async () => {
    await sealedChain(services, practiceId, 2);
    await writeRows(services, practiceId, 5);
    const dying = inChain(world.db, practiceId, async (tx) => {
      const [row] = await tx.$queryRaw<{ id: string }[]>`
        select id::text from tenant.audit_entry where sequence is null limit 1`;
      await tx.$executeRaw`select tenant.seal_audit(${practiceId}::uuid, 2, 1, ${[row?.id]}::uuid[], ${["ab".repeat(32)]}::text[])`;
      await tx.$executeRaw`select pg_terminate_backend(pg_backend_pid())`;
    });
    await expect(dying).rejects.toThrow();
    await sealAudit(services);
    expect(await chainOf(services, practiceId)).toMatchObject({ sound: 7, broken: null });
  });

  it("S19: ten thousand rows that waited are sealed at once, and verified", async () => {
    await inOurs(`insert into tenant.audit_entry (id, practice_id, at, action, actor_name, detail)
      select gen_random_uuid(), '${practiceId}', app_now(), 'record.viewed', 'Person ' || n, '{"n": 1}'
      from generate_series(1, 10000) n`);
    await sealAudit(services);
    expect(await chainOf(services, practiceId)).toMatchObject({ sound: 10_000, broken: null });
  });
});

describe("S19: what the database itself refuses", () => {
  const seal =
    "update tenant.audit_entry set sequence = 1, previous_hash = decode(repeat('00', 32), 'hex'), hash = decode(repeat('00', 32), 'hex'), chain_form = 1";

  it("S19: the application cannot seal, update, delete or empty by itself", async () => {
    await writeRows(services, practiceId, 1);
    for (const statement of [seal, "delete from tenant.audit_entry", "truncate tenant.audit_entry"])
      await expect(inOurs(statement)).rejects.toThrow(/permission denied/);
  });

  it("S19: a row cannot come with a place in the chain", async () => {
    await expect(
      inOurs(`insert into tenant.audit_entry (id, practice_id, at, action, sequence, previous_hash, hash, chain_form)
        values (gen_random_uuid(), '${practiceId}', app_now(), 'test', 1,
          decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 1)`),
    ).rejects.toThrow(/only grows/);
  });

  it("S19: the owner cannot change a row, neither while it is sealed nor after", async () => {
    await writeRows(services, practiceId, 1);
    await expect(asOwner(`${seal}, action = 'other'`)).rejects.toThrow(/only grows/);
    await sealAudit(services);
    for (const statement of [seal, "update tenant.audit_entry set action = 'other'"])
      expect(await asOwner(statement).catch(() => 0)).toBe(0);
    expect(await chainOf(services, practiceId)).toMatchObject({ sound: 1, broken: null });
  });

  it("S19: the sealing function leaves no gap, takes no row twice and none of a neighbour's", async () => {
    const neighbour = (await makePractice(world)).id;
    await writeRows(services, neighbour, 1);
    await sealedChain(services, practiceId, 2);
    await writeRows(services, practiceId, 1);
    const ids = async (where: string) =>
      (await inOurs<{ id: string }>(`select id::text from tenant.audit_entry where ${where}`)).map(
        ({ id }) => id,
      );
    const [sealedRow] = await ids("sequence = 1");
    const [fresh] = await ids("sequence is null");
    const [theirs] = await inChain(world.db, neighbour, (tx) =>
      tx.auditEntry.findMany({ select: { id: true }, where: { practiceId: neighbour } }),
    );
    const call = (after: number, id: string | undefined) =>
      inOurs(
        `select tenant.seal_audit('${practiceId}', ${after}, 1, array['${id}']::uuid[], array[repeat('ab', 32)])::text`,
      );
    await expect(call(1, fresh)).rejects.toThrow(/the chain ends at 2/);
    await expect(call(2, sealedRow)).rejects.toThrow(/not every row/);
    await expect(call(2, theirs?.id)).rejects.toThrow(/not every row/);
  });
});

describe("S19: the head of the day", () => {
  const linesOf = async (from: Services) =>
    (
      await readFile(
        join(headsFolder(from.env.dataDir), `${from.now.toString().slice(0, 4)}.txt`),
        "utf8",
      )
    )
      .split("\n")
      .filter((line) => line.includes(practiceId));

  it("S19: one line per chain and day, also after a restart and with several workers", async () => {
    await sealedChain(services, practiceId, 2);
    await sealedChain(services, practiceId, 2);
    await Promise.all([sealAudit(services), sealAudit(services)]);
    expect(await linesOf(services)).toHaveLength(1);
    const tomorrow = { ...services, now: services.now.add({ hours: 24 }) };
    await sealAudit(tomorrow);
    const days = (await linesOf(tomorrow)).map((line) => line.split(" ").slice(0, 3));
    expect(days.at(-1)).toEqual([tomorrow.now.toString().slice(0, 10), practiceId, "4"]);
  });

  it("S19: a line whose writing was cut off spoils no other, and verifying says so", async () => {
    await sealedChain(services, practiceId, 2);
    const file = join(
      headsFolder(services.env.dataDir),
      `${services.now.toString().slice(0, 4)}.txt`,
    );
    await appendFile(file, "2026-11-2");
    await sealAudit({ ...services, now: services.now.add({ hours: 24 }) });
    expect(await verifiedIn(services)).toMatchObject({ ok: true, unreadableHeads: 1 });
    expect(await chainOf(services, practiceId)).toMatchObject({ headsAgree: 2 });
  });
});
