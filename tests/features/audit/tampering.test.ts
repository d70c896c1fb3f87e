import { beforeEach, expect, it } from "vitest";
import { hashesAfter } from "@/domain/audit/chain";
import { type SealedColumns, sealedColumns, sealedRow, sha256 } from "@/features/audit/chain-rows";
import { inChain } from "@/features/audit/in-chain";
import { sealAudit } from "@/features/audit/seal-audit";
import type { Services } from "@/server/services";
import { makePractice, openWorld } from "../../support/world";
import { chainOf, sealedChain, tamper, verifiedIn, withOwnFolder } from "./chain-world";

const world = await openWorld();
let services: Services;
let practiceId: string;

beforeEach(async () => {
  services = await withOwnFolder(world);
  practiceId = (await makePractice(world)).id;
  await sealedChain(services, practiceId, 12);
});

const rowAt = (sequence: number) => `practice_id = '${practiceId}' and sequence = ${sequence}`;

async function idAt(sequence: number): Promise<string> {
  const row = await inChain(world.db, practiceId, (tx) =>
    tx.auditEntry.findFirstOrThrow({ where: { practiceId, sequence }, select: { id: true } }),
  );
  return row.id;
}

it("S19: names a row that was edited", async () => {
  const id = await idAt(5);
  for (const change of [
    "actor_name = 'X'",
    "at = at + interval '1 ms'",
    "detail = '{}'",
    "patient_id = id",
  ]) {
    await tamper(world, [`update tenant.audit_entry set ${change} where ${rowAt(5)}`]);
    expect(await chainOf(services, practiceId)).toMatchObject({
      sound: 4,
      broken: { what: "changed", sequence: 5, id },
    });
    expect((await verifiedIn(services)).ok).toBe(false);
  }
});

it("S19: names a row that was deleted", async () => {
  await tamper(world, [`delete from tenant.audit_entry where ${rowAt(5)}`]);
  expect((await chainOf(services, practiceId)).broken).toEqual({
    what: "missing",
    sequence: 5,
    id: null,
    detail: "1",
  });
});

it("S19: names a row that was moved into another practice as missing from its own", async () => {
  const neighbour = (await makePractice(world)).id;
  await tamper(world, [
    `update tenant.audit_entry set practice_id = '${neighbour}' where ${rowAt(5)}`,
  ]);
  expect((await chainOf(services, practiceId)).broken).toMatchObject({
    what: "missing",
    sequence: 5,
  });
  expect((await chainOf(services, neighbour)).broken).not.toBeNull();
});

it("S19: names a row that was inserted between two others", async () => {
  await tamper(world, [
    `update tenant.audit_entry set sequence = sequence + 1000 where practice_id = '${practiceId}' and sequence >= 5`,
    `update tenant.audit_entry set sequence = sequence - 999 where practice_id = '${practiceId}' and sequence >= 1000`,
    `insert into tenant.audit_entry (id, practice_id, at, action, sequence, previous_hash, hash, chain_form)
      select gen_random_uuid(), practice_id, at, 'login.succeeded', 5, hash, hash, 1 from tenant.audit_entry where ${rowAt(4)}`,
  ]);
  expect((await chainOf(services, practiceId)).broken).toMatchObject({
    what: "inserted",
    sequence: 5,
    id: await idAt(5),
  });
});

it("S19: names rows that were put in another order", async () => {
  const id = await idAt(8);
  await tamper(world, [
    `update tenant.audit_entry set sequence = 1005 where ${rowAt(5)}`,
    `update tenant.audit_entry set sequence = 5 where ${rowAt(8)}`,
    `update tenant.audit_entry set sequence = 8 where ${rowAt(1005)}`,
  ]);
  expect((await chainOf(services, practiceId)).broken).toEqual({
    what: "reordered",
    sequence: 5,
    id,
    detail: "8",
  });
});

it("S19: the kept head shows that the end was cut off, also when rows were sealed after it", async () => {
  await tamper(world, [
    `delete from tenant.audit_entry where practice_id = '${practiceId}' and sequence > 9`,
  ]);
  expect((await chainOf(services, practiceId)).broken).toEqual({
    what: "missing",
    sequence: 10,
    id: null,
    detail: "3",
  });
  await sealedChain(services, practiceId, 5);
  expect((await chainOf(services, practiceId)).broken).toMatchObject({
    what: "head_differs",
    sequence: 12,
    detail: services.now.toString().slice(0, 10),
  });
});

it("S19: the kept head shows that the whole chain was sealed anew after a change", async () => {
  const read = () =>
    inChain(world.db, practiceId, (tx) =>
      tx.$queryRawUnsafe<SealedColumns[]>(
        `select ${sealedColumns} from tenant.audit_entry e order by e.sequence`,
      ),
    );
  await tamper(world, [`update tenant.audit_entry set actor_name = 'X' where ${rowAt(5)}`]);
  const rows = (await read()).map(sealedRow);
  const hashes = hashesAfter({ sequence: 0, hash: "0".repeat(64) }, rows, sha256);
  await tamper(
    world,
    rows.map(
      (row, i) => `update tenant.audit_entry set hash = decode('${hashes[i]}', 'hex'),
        previous_hash = decode('${hashes[i - 1] ?? "0".repeat(64)}', 'hex') where id = '${row.id}'`,
    ),
  );
  expect((await chainOf(services, practiceId)).broken).toMatchObject({
    what: "head_differs",
    sequence: 12,
    id: await idAt(12),
  });
});

it("S19: a chain that is gone altogether is named by its head", async () => {
  await tamper(world, [`delete from tenant.audit_entry where practice_id = '${practiceId}'`]);
  expect((await chainOf(services, practiceId)).broken).toMatchObject({
    what: "missing",
    sequence: 1,
    detail: "12",
  });
});

it("S19: the unsealed tail is told, and what is tampered with in one chain leaves the others sound", async () => {
  const neighbour = (await makePractice(world)).id;
  await sealedChain(services, neighbour, 3);
  await tamper(world, [`update tenant.audit_entry set action = 'x' where ${rowAt(1)}`]);
  expect((await chainOf(services, neighbour)).broken).toBeNull();
  await sealAudit(services);
  expect(await chainOf(services, practiceId)).toMatchObject({ sound: 0, broken: { sequence: 1 } });
});
