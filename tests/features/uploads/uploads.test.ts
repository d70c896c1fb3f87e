import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { sendMessage } from "@/features/messages/send-message";
import { sweepAllUploads, sweepUploads } from "@/features/uploads/sweep-uploads";
import { fileResponse, viewUpload } from "@/features/uploads/view-upload";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { begin, letStaffIn, makeCast } from "../messages/thread-world";
import { pdf, photo, upload } from "./upload-world";

const world = await openWorld();
const cast = await makeCast(world);
const other = await makeCast(world);
const { practice, patient, doctor, staff } = cast;

const jpeg = async () => ({ content: await photo(), type: "image/jpeg", name: "Zahn 7.jpg" });
const document = { content: pdf, type: "application/pdf", name: "letter.pdf" };

async function stored(actor: PatientActor | ClinicActor, sent = jpeg()) {
  const result = await upload(world, actor, await sent);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function view(actor: PatientActor | ClinicActor, id: string, size?: "preview") {
  const found = await viewUpload(await world.services(), actor, { id, size });
  if (!found.ok) return null;
  const response = fileResponse(found.value);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Everything on the disk, and every row. */
async function traces(practiceId = practice.id) {
  const rows = await inPractice(world.db, practiceId, (tx) =>
    tx.upload.count({ where: { practiceId } }),
  );
  const files = await readdir(world.runtime.env.filesDir, { recursive: true }).catch(() => []);
  return { rows, files: files.filter((name) => /[0-9a-f-]{36}/.test(name)).toSorted() };
}

describe("S15: a photo", () => {
  it.each(["jpeg", "png", "webp"] as const)(
    "%s is made anew, upright, without metadata",
    async (format) => {
      const content = await photo(format);
      expect((await sharp(content).metadata()).exif?.toString("latin1")).toContain("SecretCamera");
      const name = `tooth.${format}`;
      const result = await upload(world, patient, { content, type: `image/${format}`, name });
      if (!result.ok) throw new Error(result.reason);
      const { id, width, height, bytes } = result.value;
      const shown = await view(patient, id);
      const metadata = await sharp(shown?.bytes).metadata();
      expect(metadata).toMatchObject({ format, width: 40, height: 60 });
      expect([width, height]).toEqual([40, 60]);
      expect(metadata.exif).toBeUndefined();
      expect(metadata.orientation).toBeUndefined();
      expect(shown?.bytes.length).toBe(bytes);
      const row = await inPractice(world.db, practice.id, (tx) =>
        tx.upload.findFirst({ where: { practiceId: practice.id, id } }),
      );
      const sha256 = createHash("sha256")
        .update(shown?.bytes ?? "")
        .digest();
      expect(row).toMatchObject({ state: "stored", bytes: BigInt(bytes) });
      expect(Buffer.from(row?.sha256 ?? []).equals(sha256)).toBe(true);
      const preview = await view(patient, id, "preview");
      expect(await sharp(preview?.bytes).metadata()).toMatchObject({ format: "webp" });
    },
  );

  it("is served as an attachment that nothing can run", async () => {
    const { id } = await stored(patient);
    const { headers } = (await view(patient, id))?.response ?? new Response();
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="Zahn 7.jpg"; filename*=UTF-8''Zahn%207.jpg`,
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("with more than 40 megapixels is refused from its header", async () => {
    const content = await sharp({
      create: { width: 8_000, height: 5_001, channels: 3, background: "#fff" },
    })
      .png()
      .toBuffer();
    const result = await upload(world, patient, { content, type: "image/png", name: "bomb.png" });
    expect(result).toMatchObject({ ok: false, reason: "too_many_pixels" });
  });
});

describe("S15: what is refused, and leaves nothing", () => {
  const heicHead = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from("ftypheic\0\0\0\0mif1heic"),
  ]);

  it.each([
    [
      "text that calls itself a photo",
      () => Buffer.from("<script>"),
      "image/jpeg",
      "a.jpg",
      "content_differs",
    ],
    ["a PNG that calls itself JPEG", () => photo("png"), "image/jpeg", "a.jpg", "content_differs"],
    ["a photo that calls itself PDF", () => photo(), "application/pdf", "a.pdf", "content_differs"],
    ["a photo named as a program", () => photo(), "image/jpeg", "a.exe", "type_not_accepted"],
    ["an SVG", () => Buffer.from("<svg/>"), "image/svg+xml", "a.svg", "type_not_accepted"],
    ["HEIC by type", () => heicHead, "image/heic", "IMG_1.heic", "heic"],
    ["HEIC by name", () => heicHead, "application/octet-stream", "IMG_1.HEIC", "heic"],
    ["HEIC that calls itself JPEG", () => heicHead, "image/jpeg", "IMG_1.jpg", "heic"],
    ["nothing", () => Buffer.alloc(0), "image/jpeg", "a.jpg", "incomplete"],
    [
      "half a JPEG",
      async () => (await photo()).subarray(0, 120),
      "image/jpeg",
      "a.jpg",
      "unreadable",
    ],
    ["a file without a name", () => photo(), "image/jpeg", "", "file_name_missing"],
  ])("%s", async (_, content, type, name, reason) => {
    const before = await traces();
    const result = await upload(world, patient, { content: await content(), type, name });
    expect(result).toMatchObject({ ok: false, reason });
    expect(await traces()).toEqual(before);
  });

  it("more than 10 MB, whether announced or not", async () => {
    const before = await traces();
    const announced = { ...(await jpeg()), headers: { "content-length": "10000001" } };
    expect(await upload(world, patient, announced)).toMatchObject({ reason: "file_too_large" });
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const silent = { content: endless, type: "image/jpeg", name: "a.jpg" };
    expect(await upload(world, patient, silent)).toMatchObject({ reason: "file_too_large" });
    expect(await traces()).toEqual(before);
  });

  it("what was cut short, or is not what was announced", async () => {
    const before = await traces();
    const whole = await jpeg();
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(whole.content.subarray(0, 50));
        controller.error(new Error("the browser went away"));
      },
    });
    expect(await upload(world, patient, { ...whole, content: broken })).toMatchObject({
      reason: "incomplete",
    });
    const longer = { ...whole, headers: { "content-length": String(whole.content.length + 1) } };
    expect(await upload(world, patient, longer)).toMatchObject({ reason: "incomplete" });
    const differing = { ...whole, headers: { "x-sha256": "0".repeat(64) } };
    expect(await upload(world, patient, differing)).toMatchObject({ reason: "incomplete" });
    expect(await traces()).toEqual(before);
  });

  it("more than a day's share of one patient, also when many come at once", async () => {
    const crowded = await makePatientActor(world, practice.id);
    const headers = { "content-length": "19000000" };
    let refusals = 0;
    let goOn = () => undefined as unknown;
    // Those that found room stay under way until the others were refused.
    const allRefused = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const slow = () =>
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          await allRefused;
          controller.close();
        },
      });
    const results = await Promise.all(
      Array.from({ length: 14 }, async () => {
        const result = await upload(world, crowded, { ...document, content: slow(), headers });
        if (!result.ok && result.reason === "quota_reached") refusals += 1;
        if (refusals === 4) goOn();
        return result.ok ? "stored" : result.reason;
      }),
    );
    expect(results.filter((reason) => reason === "quota_reached")).toHaveLength(4);
  });
});

describe("S12: whose files", () => {
  it("nobody but the uploader sees a file before it hangs on a message", async () => {
    const { id } = await stored(patient);
    const neighbour = await makePatientActor(world, practice.id);
    expect(await view(patient, id)).not.toBeNull();
    for (const stranger of [doctor, staff, neighbour, other.doctor])
      expect(await view(stranger, id)).toBeNull();
  });

  it("R52: then the thread's people see it; staff see documents, but no photos", async () => {
    const thread = await begin(world, patient);
    const [picture, letter] = [
      await stored(patient),
      await stored(patient, Promise.resolve(document)),
    ];
    const sent = await sendMessage(await world.services(), patient, {
      id: thread,
      body: "",
      attachmentIds: [picture.id, letter.id],
    });
    expect(sent).toMatchObject({
      ok: true,
      value: { attachments: [{ id: picture.id }, { id: letter.id }] },
    });
    await letStaffIn(world, practice.id, thread, true);
    const neighbour = await makePatientActor(world, practice.id);
    expect(await view(doctor, picture.id, "preview")).not.toBeNull();
    expect(await view(staff, picture.id, "preview")).toBeNull();
    expect(await view(staff, letter.id)).not.toBeNull();
    await letStaffIn(world, practice.id, thread, false);
    expect(await view(staff, letter.id)).toBeNull();
    for (const stranger of [neighbour, other.doctor, other.patient])
      expect(await view(stranger, picture.id)).toBeNull();
    const views = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId: practice.id, action: "upload.viewed", patientId: patient.patientId },
        select: { actorPersonId: true, objectId: true },
      }),
    );
    expect(views).toEqual([
      { actorPersonId: doctor.personId, objectId: picture.id },
      { actorPersonId: staff.personId, objectId: letter.id },
    ]);
  });

  it("nobody attaches another's file, one of another patient, or one twice", async () => {
    const neighbour = await makePatientActor(world, practice.id);
    const thread = await begin(world, patient);
    const attach = async (actor: PatientActor | ClinicActor, attachmentIds: string[]) =>
      sendMessage(await world.services(), actor, { id: thread, body: "Look", attachmentIds });
    const refusal = { ok: false, reason: "attachment_unknown" };
    const theirs = await stored(neighbour);
    expect(await attach(patient, [theirs.id])).toMatchObject(refusal);
    const forNeighbour = await upload(world, doctor, {
      ...(await jpeg()),
      patientId: neighbour.patientId,
    });
    if (!forNeighbour.ok) throw new Error(forNeighbour.reason);
    expect(await attach(doctor, [forNeighbour.value.id])).toMatchObject(refusal);
    const mine = await stored(patient);
    const twice = await Promise.all([attach(patient, [mine.id]), attach(patient, [mine.id])]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject(refusal);
  });

  it("nothing is uploaded for a patient of another practice", async () => {
    const result = await upload(world, doctor, {
      ...(await jpeg()),
      patientId: other.patient.patientId,
    });
    expect(result).toMatchObject({ ok: false, reason: "not_found" });
  });
});

it("S15: what hangs on nothing after an hour is swept away, what hangs on a message stays", async () => {
  const { practice: place, patient: author } = other;
  const thread = await begin(world, author);
  const [kept, left] = [await stored(author), await stored(author)];
  await sendMessage(await world.services(), author, {
    id: thread,
    body: "",
    attachmentIds: [kept.id],
  });
  expect(await sweepUploads(await world.services(), place.id)).toBe(0);
  await world.advance("PT61M");
  expect(await sweepUploads(await world.services(), place.id)).toBe(1);
  expect(await view(author, left.id)).toBeNull();
  expect(await view(author, kept.id)).not.toBeNull();
  expect((await traces()).files.join()).not.toContain(left.id);
  const elsewhere = await stored(
    doctor,
    jpeg().then((sent) => ({ ...sent, patientId: patient.patientId })),
  );
  await world.advance("PT61M");
  expect(await sweepAllUploads(await world.services())).toBeGreaterThan(0);
  expect(await view(doctor, elsewhere.id)).toBeNull();
  expect(await view(author, kept.id)).not.toBeNull();
});
