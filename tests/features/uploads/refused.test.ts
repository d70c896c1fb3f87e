import { describe, expect, it } from "vitest";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { makeCast } from "../messages/thread-world";
import { jpeg, letter, photo, traces, upload } from "./upload-world";

const world = await openWorld();
const { practice, patient } = await makeCast(world);

describe("S15: what is refused, and leaves nothing", () => {
  const heicHead = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from("ftypheic\0\0\0\0mif1heic"),
  ]);
  const avifHead = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from("ftypmif1\0\0\0\0mif1avif"),
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
    ["AVIF that calls itself JPEG", () => avifHead, "image/jpeg", "IMG_2.jpg", "heic"],
    ["AVIF by name", () => avifHead, "application/octet-stream", "a.avif", "heic"],
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
    const before = await traces(world, practice.id);
    const result = await upload(world, patient, { content: await content(), type, name });
    expect(result).toMatchObject({ ok: false, reason });
    expect(await traces(world, practice.id)).toEqual(before);
  });

  it("more than 10 MB, whether announced or not", async () => {
    const before = await traces(world, practice.id);
    const announced = { ...(await jpeg()), headers: { "content-length": "10000001" } };
    expect(await upload(world, patient, announced)).toMatchObject({ reason: "file_too_large" });
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
    });
    const silent = { content: endless, type: "image/jpeg", name: "a.jpg" };
    expect(await upload(world, patient, silent)).toMatchObject({ reason: "file_too_large" });
    expect(await traces(world, practice.id)).toEqual(before);
  });

  it("what was cut short, or is not what was announced", async () => {
    const before = await traces(world, practice.id);
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
    expect(await traces(world, practice.id)).toEqual(before);
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
        const result = await upload(world, crowded, { ...letter, content: slow(), headers });
        if (!result.ok && result.reason === "quota_reached") refusals += 1;
        if (refusals === 4) goOn();
        return result.ok ? "stored" : result.reason;
      }),
    );
    expect(results.filter((reason) => reason === "quota_reached")).toHaveLength(4);
  });
});
