import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScan } from "@/domain/scans/read-scan";
import type { ScanFault, ScanFormat } from "@/domain/scans/scan-facts";
import { asciiPly, asciiStl, binaryPly, binaryStl, square, utf8, wedge } from "./made-scans";

function read(format: ScanFormat, bytes: Uint8Array, pieces: readonly number[] = [bytes.length]) {
  const triangles: number[][] = [];
  const reading = readScan(format, bytes.length, (corners) => triangles.push([...corners]));
  let at = 0;
  for (let n = 0; at < bytes.length; n += 1) {
    const size = pieces[n % pieces.length] ?? bytes.length;
    reading.push(bytes.subarray(at, at + size));
    at += size;
  }
  return { result: reading.end(), triangles };
}

const box = { lowest: [0, 0, -12.5], highest: [40, 30, 0] };
const plyBox = { lowest: [0, 0, 0], highest: [20, 20, 3] };
const good = [
  ["binary STL", "stl", binaryStl(wedge), { encoding: "binary", triangles: 2, ...box }],
  [
    "binary STL called solid",
    "stl",
    binaryStl(wedge, "solid exported"),
    { encoding: "binary", triangles: 2, ...box },
  ],
  ["ASCII STL", "stl", asciiStl(wedge), { encoding: "ascii", triangles: 2, ...box }],
  [
    "ASCII STL with a name of keywords",
    "stl",
    asciiStl(wedge, "facet endloop solid"),
    { encoding: "ascii", triangles: 2, ...box },
  ],
  [
    "ASCII PLY",
    "ply",
    asciiPly(square),
    { encoding: "ascii", triangles: 3, vertices: 4, ...plyBox },
  ],
  [
    "little PLY",
    "ply",
    binaryPly(square, true),
    { encoding: "binary", triangles: 3, vertices: 4, ...plyBox },
  ],
  [
    "big PLY",
    "ply",
    binaryPly(square, false),
    { encoding: "binary", triangles: 3, vertices: 4, ...plyBox },
  ],
] as const;

describe("S15: scans that are taken", () => {
  it.each(good)("%s", (_, format, bytes, facts) => {
    const { result, triangles } = read(format, bytes);
    expect(result).toEqual({ ok: true, value: { format, ...facts } });
    expect(triangles).toHaveLength(facts.triangles);
  });

  it.each(good)("%s, cut anywhere", (_, format, bytes) => {
    const whole = read(format, bytes);
    const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cuts, (pieces) => {
        expect(read(format, bytes, pieces)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("a polygon is a fan, and says its corners", () => {
    const { triangles } = read("ply", binaryPly(square, false));
    expect(triangles).toEqual([
      [0, 0, 0, 20, 0, 1, 20, 20, 2],
      [0, 0, 0, 20, 20, 2, 0, 20, 3],
      [0, 0, 0, 20, 20, 2, 20, 0, 1],
    ]);
  });
});

const far = (value: number) =>
  [
    [
      [value, 0, 0],
      [0, 9, 0],
      [0, 0, 9],
    ] as const,
  ] as const;
const withFace = (...face: number[]) => ({ ...square, faces: [face] });
const tiny = [
  [
    [0, 0, 0],
    [0.04, 0, 0],
    [0, 0.03, 0],
  ] as const,
] as const;
const bad: readonly (readonly [string, ScanFormat, Uint8Array, ScanFault])[] = [
  ["nothing", "stl", new Uint8Array(0), "not_a_scan"],
  ["a letter", "stl", utf8("Dear colleague, ".repeat(20)), "not_a_scan"],
  ["a picture", "ply", utf8("\x89PNG\r\n\x1a\n and so on"), "not_a_scan"],
  ["a PLY as STL", "stl", asciiPly(square), "not_a_scan"],
  ["a binary STL cut short", "stl", binaryStl(wedge).slice(0, 170), "cut_short"],
  ["a binary STL with more", "stl", Uint8Array.of(...binaryStl(wedge), 0), "wrong_length"],
  ["no triangles", "stl", binaryStl([]), "no_triangles"],
  ["not a number", "stl", binaryStl(far(Number.NaN)), "not_a_number"],
  ["infinity", "stl", binaryStl(far(Number.POSITIVE_INFINITY)), "not_a_number"],
  ["a house", "stl", binaryStl(far(9_000)), "too_large_extent"],
  ["metres", "stl", binaryStl(tiny), "too_small_extent"],
  ["an ASCII STL cut short", "stl", asciiStl(wedge).slice(0, -12), "cut_short"],
  ["ASCII infinity", "stl", asciiStl(far(Number.POSITIVE_INFINITY)), "not_a_number"],
  [
    "hexadecimal",
    "stl",
    utf8("solid a facet normal 0 0 1 outer loop vertex 0x1 0 0"),
    "not_a_number",
  ],
  ["a point cloud", "ply", binaryPly({ ...square, faces: [] }, true), "no_triangles"],
  ["a corner that is not there", "ply", binaryPly(withFace(0, 1, 4), true), "index_out_of_range"],
  ["a corner below nought", "ply", asciiPly(withFace(0, 1, -1)), "index_out_of_range"],
  ["half a corner", "ply", asciiPly(withFace(0, 1, 1.5)), "index_out_of_range"],
  ["a PLY cut short", "ply", binaryPly(square, true).slice(0, -3), "cut_short"],
  ["a PLY with more", "ply", Uint8Array.of(...binaryPly(square, true), 0), "wrong_length"],
  ["ASCII with more", "ply", Uint8Array.of(...asciiPly(square), 49), "wrong_length"],
  [
    "more points than the file holds",
    "ply",
    utf8("ply\nformat ascii 1.0\nelement vertex 4000000000\nproperty float x\nend_header\n1"),
    "cut_short",
  ],
  [
    "many corners",
    "ply",
    asciiPly(withFace(...Array.from({ length: 300 }, (_, n) => n % 4))),
    "too_many_corners",
  ],
];

describe("S15: what is no scan", () => {
  it.each(bad)("%s", (_, format, bytes, fault) => {
    expect(read(format, bytes).result).toEqual({ ok: false, reason: fault });
    expect(read(format, bytes, [1]).result).toEqual({ ok: false, reason: fault });
  });

  it("whatever the bytes are, an answer comes, and the same without triangles", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ScanFormat>("stl", "ply"),
        fc.constantFrom("", "solid ", "ply\nformat ascii 1.0\n"),
        fc.uint8Array({ maxLength: 300 }),
        (format, start, rest) => {
          const bytes = Uint8Array.of(...utf8(start), ...rest);
          const reading = readScan(format, bytes.length);
          reading.push(bytes);
          expect(reading.end()).toEqual(read(format, bytes).result);
        },
      ),
    );
  });
});
