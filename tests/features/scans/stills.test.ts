import { readdir } from "node:fs/promises";
import sharp from "sharp";
import { expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { removeFiles } from "@/features/retention/remove-files";
import { makeStills } from "@/features/scans/still/make-stills";
import { viewStill } from "@/features/scans/still/view-still";
import { fileResponse } from "@/features/uploads/view-upload";
import { binaryStl, jaw } from "../../domain/scan-pictures/mouth";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { makeCast } from "../messages/thread-world";

const world = await openWorld();
const { practice, doctor, patient } = await makeCast(world);
const elsewhere = await makeCast(world);
const lower = binaryStl(jaw(1));

/** A scan as an upload leaves it, whoever took it in. */
async function scan(content: Uint8Array<ArrayBuffer> = lower): Promise<string> {
  const { files, random, now } = await world.services();
  const id = random.uuid();
  const put = await files.put({ id, content: new Blob([content]).stream(), limitBytes: 2e8 });
  if (!put.ok) throw new Error(put.reason);
  await inPractice(world.db, practice.id, (tx) =>
    tx.upload.create({
      data: {
        practiceId: practice.id,
        id,
        storageKey: id,
        patientId: patient.patientId,
        uploadedByPersonId: doctor.personId,
        kind: "scan",
        state: "stored",
        fileName: "Robin lower.stl",
        contentType: "model/stl",
        bytes: BigInt(put.value.bytes),
        createdAt: fromInstant(now.subtract({ minutes: 2 })),
      },
      select: { id: true },
    }),
  );
  return id;
}

const make = async () => makeStills(await world.services());
const view = async (actor: ClinicActor, id: string) =>
  viewStill(await world.services(), actor, { id });
const rowOf = (id: string) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.scanStill.findFirst({ where: { practiceId: practice.id, uploadId: id } }),
  );

it("R41: a stored scan gets a still, served as a file is and without the scan's name", async () => {
  const id = await scan();
  expect(await view(doctor, id)).toEqual({ ok: false, reason: "not_found" });
  expect(await make()).toBe(1);
  expect(await make()).toBe(0);
  const found = await view(doctor, id);
  if (!found.ok) throw new Error(found.reason);
  const response = fileResponse(found.value);
  expect(response.headers.get("content-type")).toBe("image/webp");
  expect(response.headers.get("content-disposition")).not.toContain("Robin");
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
  const picture = await sharp(Buffer.from(await response.arrayBuffer())).stats();
  expect(picture.isOpaque).toBe(false);
  expect(picture.channels[0]?.stdev).toBeGreaterThan(20);
  expect(await rowOf(id)).toMatchObject({ width: 720, height: 540, failedReason: null, tries: 1 });
});

it("S12: another practice's orthodontist finds no still, nor a colleague while it hangs on no case", async () => {
  const id = await scan();
  await make();
  const colleague = await makeClinicActor(world, practice.id, "orthodontist");
  for (const actor of [elsewhere.doctor, colleague])
    expect(await view(actor, id)).toEqual({ ok: false, reason: "not_found" });
  expect((await view(doctor, id)).ok).toBe(true);
});

it("several workers at once make each still once", async () => {
  const ids = [await scan(), await scan(), await scan()];
  const made = await Promise.all([make(), make(), make(), make()]);
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(3);
  for (const id of ids) expect(await rowOf(id)).toMatchObject({ tries: 1, failedReason: null });
});

it("a damaged scan keeps its reason and is not tried again", async () => {
  const id = await scan(lower.slice(0, lower.length - 7));
  expect(await make()).toBe(1);
  expect(await rowOf(id)).toMatchObject({ failedReason: "unreadable", madeAt: null });
  await world.advance("PT1H");
  expect(await make()).toBe(0);
  expect(await view(doctor, id)).toEqual({ ok: false, reason: "not_found" });
});

it("a scan whose file is away is tried three times, five minutes apart", async () => {
  const id = await scan();
  await world.runtime.files.delete(id);
  for (const tries of [1, 2, 3]) {
    expect(await make()).toBe(1);
    expect(await make()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ tries, failedReason: "missing" });
    await world.advance("PT6M");
  }
  expect(await make()).toBe(0);
});

it("a worker that was killed while drawing is followed by another", async () => {
  const id = await scan();
  const { now } = await world.services();
  await inPractice(world.db, practice.id, (tx) =>
    tx.scanStill.create({
      data: {
        practiceId: practice.id,
        uploadId: id,
        tries: 1,
        claimedUntil: fromInstant(now.add({ minutes: 10 })),
      },
      select: { uploadId: true },
    }),
  );
  expect(await make()).toBe(0);
  await world.advance("PT11M");
  expect(await make()).toBe(1);
  expect(await rowOf(id)).toMatchObject({ tries: 2, bytes: expect.any(Number) });
});

it("S23: the still goes with its scan, file and row", async () => {
  const id = await scan();
  await make();
  const filesOf = async () =>
    (await readdir(world.runtime.env.filesDir, { recursive: true })).length;
  const before = await filesOf();
  const { now } = await world.services();
  await inPractice(world.db, practice.id, (tx) =>
    tx.upload.updateMany({
      where: { practiceId: practice.id, id },
      data: {
        state: "removed",
        removedAt: fromInstant(now),
        patientId: null,
        fileName: "",
        sha256: null,
      },
    }),
  );
  expect(await removeFiles(await world.services(), practice.id)).toBe(1);
  expect(await filesOf()).toBeLessThanOrEqual(before - 2);
  expect(await rowOf(id)).toBeNull();
});
