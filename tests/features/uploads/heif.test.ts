import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { HEIF_HEAD_BYTES, isHeif } from "@/features/uploads/heif";

/** The first box of such a file: its main brand, a version, the brands it is compatible with. */
function headOf(main: string, ...others: string[]): Uint8Array {
  const words = Buffer.from(`ftyp${main}\0\0\0\0${others.join("")}`, "latin1");
  const size = Buffer.alloc(4);
  size.writeUInt32BE(words.length + 4);
  return Buffer.concat([size, words, Buffer.from("....metaheic")]);
}

describe("S15: photos in HEIC are known by their first bytes", () => {
  it.each([
    ["an iPhone's photo", headOf("heic", "mif1", "heic"), true],
    ["ten bits a colour", headOf("heix", "mif1"), true],
    ["a burst", headOf("hevc", "msf1"), true],
    ["a still by the common name", headOf("mif1", "heic"), true],
    ["a live photo's still", headOf("msf1"), true],
    ["AVIF", headOf("avif", "mif1", "miaf"), true],
    ["another maker's brand, compatible with HEIC", headOf("abcd", "mif1"), true],
    ["a film", headOf("isom", "iso2", "mp41"), false],
    ["a film, with the word only behind its first box", headOf("qt  "), false],
    ["PDF", Buffer.from("%PDF-1.4 ftypheic"), false],
    ["two bytes", Buffer.from([0, 0]), false],
    ["nothing", new Uint8Array(), false],
  ])("%s: %s", (_, head, expected) => {
    expect(isHeif(head.subarray(0, HEIF_HEAD_BYTES))).toBe(expected);
  });

  it.each(["jpeg", "png", "webp", "avif"] as const)("a whole %s", async (format) => {
    const create = { width: 8, height: 8, channels: 3, background: "#fff" } as const;
    const file = await sharp({ create }).toFormat(format).toBuffer();
    expect(isHeif(file.subarray(0, HEIF_HEAD_BYTES))).toBe(format === "avif");
  });
});
