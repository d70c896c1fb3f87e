import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { openWorld } from "../../support/world";
import { makeCast } from "../messages/thread-world";
import { photo, stored, upload, view } from "./upload-world";

const world = await openWorld();
const { practice, patient } = await makeCast(world);

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
      const shown = await view(world, patient, id);
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
      const preview = await view(world, patient, id, "preview");
      expect(await sharp(preview?.bytes).metadata()).toMatchObject({ format: "webp" });
    },
  );

  it("is served as an attachment that nothing can run", async () => {
    const { id } = await stored(world, patient);
    const { headers } = (await view(world, patient, id))?.response ?? new Response();
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
