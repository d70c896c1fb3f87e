import { readdir } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { finishScan } from "@/features/scans/upload/finish-scan";
import { removeScan } from "@/features/scans/upload/remove-scan";
import { PIECE_BYTES } from "@/features/scans/upload/schema";
import { showScanProgress } from "@/features/scans/upload/show-scan-progress";
import { sweepUploads } from "@/features/uploads/sweep-uploads";
import { binaryStl, wedge } from "../../domain/scans/made-scans";
import { makeClinic } from "../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { begin, caseOf, piece, send, sha256 } from "./scan-world";

const world = await openWorld();
const small = binaryStl(wedge);
/** Two pieces and a bit. */
const large = binaryStl(
  Array.from({ length: 350_000 }, (_, n) => wedge[n % 2] ?? wedge[0]) as never,
);

async function scene() {
  const { practice, practitionerId } = await makeClinic(world);
  const doctor = await makeClinicActor(world, practice.id, "orthodontist");
  const { patientId } = await makePatientActor(world, practice.id);
  const caseId = await caseOf(world, practice.id, { patientId, practitionerId });
  const rows = () =>
    inPractice(world.db, practice.id, async (tx) => ({
      files: await tx.caseFile.findMany({
        where: { practiceId: practice.id, caseId },
        select: { uploadId: true, kind: true, arch: true },
      }),
      stored: await tx.upload.count({ where: { practiceId: practice.id, state: "stored" } }),
      audit: (
        await tx.auditEntry.findMany({
          where: { practiceId: practice.id, action: { startsWith: "scan." } },
          select: { action: true },
          orderBy: { at: "asc" },
        })
      ).map(({ action }) => action),
    }));
  const state = (to: "queued" | "needs_records") =>
    inPractice(world.db, practice.id, (tx) =>
      tx.labCase.updateMany({
        where: { practiceId: practice.id, id: caseId },
        data: {
          state: to,
          consentAt: new Date(0),
          ...(to === "needs_records" && { sentAt: new Date("2100-01-01") }),
        },
      }),
    );
  return { practice, doctor, caseId, rows, state };
}

/** A small scan that only has to be finished. */
async function received() {
  const { caseId, doctor, rows } = await scene();
  const wish = { caseId, bytes: small };
  const begun = await begin(world, doctor, wish);
  if (!begun.ok) throw new Error(begun.reason);
  await piece(world, doctor, wish, begun.value.id);
  return { doctor, rows, input: { id: caseId, scanId: begun.value.id } };
}

async function onDisk(): Promise<number> {
  const names = await readdir(world.runtime.env.filesDir, { recursive: true }).catch(() => []);
  return names.filter((name) => /[0-9a-f-]{36}/.test(name)).length;
}

describe("S15: a scan sent in pieces", () => {
  it("becomes one file on its case, byte for byte, and no piece is left", async () => {
    const { doctor, caseId, rows } = await scene();
    const before = await onDisk();
    const sent = await send(world, doctor, { caseId, bytes: large });
    if (!sent.ok) throw new Error(sent.reason);
    expect(sent.value).toMatchObject({ arch: "upper", bytes: large.length });
    const file = await (await world.services()).files.get(sent.value.id);
    expect(file.ok && sha256(await buffer(file.value.content))).toBe(sha256(large));
    expect(await onDisk()).toBe(before + 1);
    expect(await rows()).toEqual({
      files: [{ uploadId: sent.value.id, kind: "scan", arch: "upper" }],
      stored: 1,
      audit: ["scan.added"],
    });
  });

  it("goes on where it stopped; the same piece twice is harmless, a gap is told", async () => {
    const { doctor, caseId } = await scene();
    const wish = { caseId, bytes: large };
    const begun = await begin(world, doctor, wish);
    if (!begun.ok) throw new Error(begun.reason);
    const { id } = begun.value;
    expect(await piece(world, doctor, wish, id, PIECE_BYTES)).toMatchObject({
      reason: "wrong_place",
      detail: { receivedBytes: 0 },
    });
    expect(await piece(world, doctor, wish, id, 0, "0".repeat(64))).toMatchObject({
      reason: "incomplete",
    });
    const both = await Promise.all([
      piece(world, doctor, wish, id),
      piece(world, doctor, wish, id),
    ]);
    expect(both.some(({ ok }) => ok)).toBe(true);
    const again = { ok: true, value: { id, receivedBytes: PIECE_BYTES } };
    expect(await piece(world, doctor, wish, id)).toMatchObject(again);
    expect(await begin(world, doctor, wish)).toMatchObject(again);
    const input = { id: caseId, scanId: id };
    expect(await showScanProgress(await world.services(), doctor, input)).toMatchObject(again);
    expect(await finishScan(await world.services(), doctor, input)).toMatchObject({
      reason: "wrong_place",
    });
  });

  it("finished twice at once, it is there once, and a lost answer comes again", async () => {
    const { doctor, rows, input } = await received();
    const services = await world.services();
    const twice = await Promise.all([
      finishScan(services, doctor, input),
      finishScan(services, doctor, input),
    ]);
    expect(twice.some(({ ok }) => ok)).toBe(true);
    expect(await finishScan(services, doctor, input)).toMatchObject({ ok: true });
    expect((await rows()).files).toHaveLength(1);
  });

  it("finished by a process that stood still meanwhile, it stays what the other made of it", async () => {
    const { doctor, rows, input } = await received();
    const services = await world.services();
    // Stands still after it wrote the file, until another has finished.
    const slow = {
      ...services,
      files: {
        ...services.files,
        put: async (file: Parameters<typeof services.files.put>[0]) => {
          const stored = await services.files.put(file);
          expect(await finishScan(services, doctor, input)).toMatchObject({ reason: "busy" });
          const later = { ...services, now: services.now.add({ minutes: 4 }) };
          expect(await finishScan(later, doctor, input)).toMatchObject({ ok: true });
          return stored;
        },
      },
    };
    expect(await finishScan(slow, doctor, input)).toMatchObject({ reason: "busy" });
    expect(await finishScan(services, doctor, input)).toMatchObject({ ok: true });
    expect((await rows()).files).toHaveLength(1);
    const file = await services.files.get(input.scanId);
    expect(file.ok && sha256(await buffer(file.value.content))).toBe(sha256(small));
  });

  it("what is no scan leaves nothing: by its first piece, by its whole, by its sum", async () => {
    const { doctor, caseId, rows } = await scene();
    const before = await onDisk();
    const letter = new TextEncoder().encode("Dear colleague, ".repeat(20));
    expect(await send(world, doctor, { caseId, bytes: letter })).toMatchObject({
      reason: "not_a_scan",
    });
    const broken = large.slice();
    new DataView(broken.buffer).setFloat32(84 + 50 * 340_000 + 12, Number.NaN, true);
    expect(await send(world, doctor, { caseId, bytes: broken })).toMatchObject({
      reason: "not_a_number",
    });
    const begun = await begin(world, doctor, { caseId, bytes: small });
    if (!begun.ok) throw new Error(begun.reason);
    await piece(world, doctor, { caseId, bytes: small }, begun.value.id);
    const input = { id: caseId, scanId: begun.value.id, sha256: "0".repeat(64) };
    expect(await finishScan(await world.services(), doctor, input)).toMatchObject({
      reason: "differs",
    });
    expect(await begin(world, doctor, { caseId, bytes: small, fileName: "a.obj" })).toMatchObject({
      reason: "type_not_accepted",
    });
    expect(await onDisk()).toBe(before);
    expect(await rows()).toEqual({ files: [], stored: 0, audit: [] });
  });

  it("abandoned, it is gone after an hour; what goes on stays", async () => {
    const { practice, doctor, caseId } = await scene();
    const before = await onDisk();
    const wish = { caseId, bytes: large };
    const begun = await begin(world, doctor, wish);
    if (!begun.ok) throw new Error(begun.reason);
    await piece(world, doctor, wish, begun.value.id);
    await world.advance("PT50M");
    await piece(world, doctor, wish, begun.value.id, PIECE_BYTES);
    await world.advance("PT50M");
    expect(await sweepUploads(await world.services(), practice.id)).toBe(0);
    expect(await onDisk()).toBe(before + 2);
    await world.advance("PT11M");
    expect(await sweepUploads(await world.services(), practice.id)).toBe(1);
    expect(await onDisk()).toBe(before);
  });
});

describe("R41: the scans of a case", () => {
  it("a new one takes the place of the same arch; one that was sent stays stored", async () => {
    const { doctor, caseId, rows, state } = await scene();
    const first = await send(world, doctor, { caseId, bytes: small });
    const bite = await send(world, doctor, { caseId, bytes: small, arch: "bite" });
    const second = await send(world, doctor, { caseId, bytes: small, fileName: "new.stl" });
    if (!first.ok || !bite.ok || !second.ok) throw new Error("not sent");
    expect((await rows()).files.map(({ uploadId }) => uploadId).toSorted()).toEqual(
      [bite.value.id, second.value.id].toSorted(),
    );
    expect((await rows()).stored).toBe(2);
    await state("needs_records");
    expect(await send(world, doctor, { caseId, bytes: small })).toMatchObject({ ok: true });
    expect(await rows()).toMatchObject({ files: [{}, {}], stored: 3 });
  });

  it("can be taken away, but neither added nor taken away while the lab has the case", async () => {
    const { practice, doctor, caseId, rows, state } = await scene();
    const sent = await send(world, doctor, { caseId, bytes: small });
    const wish = { caseId, bytes: small, arch: "lower" } as const;
    const begun = await begin(world, doctor, wish);
    if (!sent.ok || !begun.ok) throw new Error("not sent");
    await piece(world, doctor, wish, begun.value.id);
    await state("queued");
    const services = await world.services();
    const whole = { id: caseId, scanId: sent.value.id };
    const closed = { reason: "case_closed" };
    expect(await removeScan(services, doctor, whole)).toMatchObject(closed);
    expect(await begin(world, doctor, { caseId, bytes: small })).toMatchObject(closed);
    const underWay = { id: caseId, scanId: begun.value.id };
    expect(await finishScan(services, doctor, underWay)).toMatchObject(closed);
    await inPractice(world.db, doctor.practiceId, (tx) =>
      tx.labCase.updateMany({ where: { id: caseId }, data: { state: "draft" } }),
    );
    expect(await removeScan(services, doctor, whole)).toMatchObject({ ok: true });
    expect(await rows()).toEqual({ files: [], stored: 0, audit: ["scan.added", "scan.removed"] });
    // What was begun, by whomever, is given up, or nobody could submit the case.
    const colleague = await makeClinicActor(world, practice.id, "orthodontist");
    expect(await removeScan(services, colleague, underWay)).toMatchObject({ ok: true });
    expect(await removeScan(services, colleague, underWay)).toMatchObject({ reason: "not_found" });
    expect((await rows()).audit).toHaveLength(3);
  });

  it("S12: another doctor of the practice cannot send to what one began; another practice sees no case", async () => {
    const { practice, doctor, caseId } = await scene();
    const other = await scene();
    const colleague = await makeClinicActor(world, practice.id, "orthodontist");
    const wish = { caseId, bytes: small };
    const begun = await begin(world, doctor, wish);
    if (!begun.ok) throw new Error(begun.reason);
    const input = { id: caseId, scanId: begun.value.id };
    for (const stranger of [colleague, other.doctor]) {
      const missing = { reason: "not_found" };
      const services = await world.services();
      expect(await piece(world, stranger, wish, input.scanId)).toMatchObject(missing);
      expect(await showScanProgress(services, stranger, input)).toMatchObject(missing);
      expect(await finishScan(services, stranger, input)).toMatchObject(missing);
    }
    const missing = { reason: "not_found" };
    expect(await begin(world, other.doctor, wish)).toMatchObject(missing);
    expect(await removeScan(await world.services(), other.doctor, input)).toMatchObject(missing);
  });
});
