import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { readHeadLine } from "@/domain/audit/heads";
import { headsFolder } from "@/features/audit/heads-file";
import { latestFolder } from "@/features/audit/latest-head";
import { sealAudit } from "@/features/audit/seal-audit";
import type { Services } from "@/server/services";
import { makePractice, openWorld } from "../../support/world";
import { chainOf, sealedChain, tamper, withOwnFolder, writeRows } from "./chain-world";

const world = await openWorld();
let services: Services;
let practiceId: string;

beforeEach(async () => {
  services = await withOwnFolder(world);
  practiceId = (await makePractice(world)).id;
  // The head of the day is kept at 4; what comes after it has the latest head alone.
  await sealedChain(services, practiceId, 4);
  await sealedChain(services, practiceId, 5);
});

const folder = () => latestFolder(headsFolder(services.env.dataDir));
const file = () => join(folder(), `${practiceId}.txt`);
const latest = async () => readHeadLine((await readFile(file(), "utf8")).trimEnd());
const cutAfter = (sequence: number) =>
  tamper(world, [
    `delete from tenant.audit_entry where practice_id = '${practiceId}' and sequence > ${sequence}`,
  ]);

it("S19: rows cut off after the head of the day are missed, down to the last seal", async () => {
  expect(await chainOf(services, practiceId)).toMatchObject({
    sound: 9,
    sealedTo: 9,
    broken: null,
  });
  await cutAfter(7);
  expect(await chainOf(services, practiceId)).toMatchObject({
    sound: 7,
    headsAgree: 1,
    sealedTo: 9,
    broken: { what: "missing", sequence: 8, id: null, detail: "2" },
  });
});

it("S19: a chain that grew again after the cut does not hide it: the latest head never goes backwards or over it", async () => {
  const before = await latest();
  await cutAfter(7);
  await sealedChain(services, practiceId, 1);
  expect(await latest()).toEqual(before);
  expect((await chainOf(services, practiceId)).broken).toMatchObject({
    what: "missing",
    sequence: 9,
  });
  await sealedChain(services, practiceId, 6);
  expect(await latest()).toEqual(before);
  expect((await chainOf(services, practiceId)).broken).toMatchObject({
    what: "head_differs",
    sequence: 9,
  });
});

it("S19: with the folder put aside after a restore the chain goes on and is kept again", async () => {
  await cutAfter(7);
  await rm(headsFolder(services.env.dataDir), { recursive: true });
  await sealedChain(services, practiceId, 2);
  expect(await latest()).toMatchObject({ chain: practiceId, sequence: 9 });
  expect((await chainOf(services, practiceId)).broken).toBeNull();
});

it("S19: several workers at once leave the true end, one file and no half-written one", async () => {
  let furthest = 0;
  let isDone = false;
  const reading = (async () => {
    while (!isDone) {
      const head = await latest();
      expect(head?.sequence ?? 0).toBeGreaterThanOrEqual(furthest);
      furthest = head?.sequence ?? 0;
    }
  })();
  for (let round = 0; round < 5; round += 1)
    await Promise.all([
      writeRows(services, practiceId, 20),
      ...Array.from({ length: 4 }, () => sealAudit(services)),
    ]);
  await sealAudit(services);
  isDone = true;
  await reading;
  expect(await latest()).toMatchObject({ sequence: 109 });
  expect(await chainOf(services, practiceId)).toMatchObject({ sound: 109, broken: null });
  expect((await readdir(folder())).filter((name) => name.startsWith("."))).toEqual([]);
});

it("S19: while nothing is sealed nothing is written, and a file spoilt by a power cut is written anew", async () => {
  const written = await stat(file());
  await sealAudit(services);
  await sealAudit(services);
  expect(await stat(file())).toMatchObject({ ino: written.ino, mtimeMs: written.mtimeMs });
  await rm(file());
  await sealedChain(services, practiceId, 1);
  expect(await latest()).toMatchObject({ sequence: 10 });
});
