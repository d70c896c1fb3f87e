import { expect, it } from "vitest";
import { stillDrawing } from "@/domain/scan-pictures/draw-still";
import { findPose, type ScanArch } from "@/domain/scan-pictures/find-pose";
import { surfaceSampler } from "@/domain/scan-pictures/sample-surface";
import { eachTriangle, type Jaw, jaw, turned } from "./mouth";

const size = { width: 240, height: 180 };

function drawn(shape: Jaw, arch: ScanArch) {
  const sampler = surfaceSampler();
  eachTriangle(shape, (corners) => sampler.add(corners));
  const sample = sampler.end();
  if (!sample) throw new Error("nothing sampled");
  const drawing = stillDrawing(sample, findPose(sample, arch), arch, size);
  eachTriangle(shape, (corners) => drawing.add(corners));
  const pixels = drawing.end();
  const at = (x: number, y: number) => {
    const start = (y * size.width + x) * 4;
    return { light: pixels[start] ?? 0, opacity: pixels[start + 3] ?? 0 };
  };
  return { pixels, at };
}

/** The rows in which the middle column is covered: the incisors. */
function incisorRow({ at }: ReturnType<typeof drawn>): number {
  const rows = Array.from({ length: size.height }, (_, y) => y).filter(
    (y) => at(size.width / 2, y).opacity > 0,
  );
  return rows.reduce((sum, row) => sum + row, 0) / rows.length;
}

it("R41: upper incisors are drawn at the top, lower ones at the bottom", () => {
  const upper = drawn(
    turned(jaw(1), (x, y, z) => [x, -y, -z]),
    "upper",
  );
  const lower = drawn(jaw(1), "lower");
  expect(incisorRow(upper)).toBeLessThan(size.height / 3);
  expect(incisorRow(lower)).toBeGreaterThan((2 * size.height) / 3);
});

it("R41: the picture is not a mirror: what lies at the patient's right is at the left of who looks", () => {
  const specked = jaw(1);
  // A lone block at x > 0 beside the lower jaw; biting up z, front up y, and the lower jaw is drawn upside down.
  const block = [38, 20, 2, 44, 20, 2, 44, 26, 2, 38, 20, 2, 44, 26, 2, 38, 26, 2];
  const corners = new Float32Array(specked.corners.length + block.length);
  corners.set(specked.corners);
  corners.set(block, specked.corners.length);
  const { at } = drawn({ corners }, "lower");
  const covered = (fromX: number) =>
    Array.from({ length: 12 }, (_, x) => at(fromX + x, 95).opacity).filter((o) => o > 0).length;
  const firstLeft = Array.from({ length: size.width }, (_, x) => x).find((x) =>
    Array.from({ length: size.height }, (_, y) => at(x, y).opacity).some((o) => o > 0),
  );
  expect(firstLeft).toBeDefined();
  expect(covered(firstLeft ?? 0)).toBeGreaterThan(0);
  const isTallOnLeft = Array.from({ length: size.height }, (_, y) => y).filter(
    (y) => at((firstLeft ?? 0) + 2, y).opacity > 0,
  ).length;
  // The block's edge is six millimetres tall; the jaw's own edge is several times that.
  expect(isTallOnLeft).toBeLessThan(30);
});

it("R41: teeth stand out: valleys are darker than crowns, and nothing is drawn where nothing is", () => {
  const { pixels, at } = drawn(jaw(0.5), "lower");
  const lights = Array.from({ length: size.width * size.height }, (_, i) => i)
    .filter((i) => (pixels[i * 4 + 3] ?? 0) > 0)
    .map((i) => pixels[i * 4] ?? 0);
  expect(lights.length).toBeGreaterThan(3_000);
  expect(Math.max(...lights) - Math.min(...lights)).toBeGreaterThan(110);
  expect(at(size.width / 2, 5).opacity).toBe(0);
});

it("the nearer surface hides the farther, whichever comes first", () => {
  const flat = (z: number, slope: number) => [-9, -9, z, 9, -9, z + slope, 0, 9, z];
  const sampler = surfaceSampler();
  for (const one of [flat(0, 0), flat(5, 8)]) sampler.add(one);
  const sample = sampler.end();
  if (!sample) throw new Error("nothing sampled");
  const pose = { biting: [0, 0, 1], front: [0, 1, 0] } as const;
  const pictures = [
    [flat(0, 0), flat(5, 8)],
    [flat(5, 8), flat(0, 0)],
  ].map((order) => {
    const drawing = stillDrawing(sample, pose, "upper", size);
    for (const one of order) drawing.add(one);
    return drawing.end();
  });
  expect(pictures[0]).toEqual(pictures[1]);
});

it("a triangle without a face, or beyond the picture, is left out quietly", () => {
  const sampler = surfaceSampler();
  sampler.add([0, 0, 0, 9, 0, 0, 0, 9, 0]);
  const sample = sampler.end();
  if (!sample) throw new Error("nothing sampled");
  const drawing = stillDrawing(sample, findPose(sample, "upper"), "upper", size);
  drawing.add([1, 1, 1, 1, 1, 1, 1, 1, 1]);
  drawing.add([9e9, 9e9, 0, 9.1e9, 9e9, 0, 9e9, 9.1e9, 0]);
  drawing.add([Number.NaN, 0, 0, 1, 0, 0, 0, 1, 0]);
  expect(drawing.end().every((value) => value === 0)).toBe(true);
});
