import { expect, it } from "vitest";
import { findPose } from "@/domain/scan-pictures/find-pose";
import { surfaceSampler } from "@/domain/scan-pictures/sample-surface";
import { eachTriangle, type Jaw, jaw, type Place, turned } from "./mouth";

function sampled(shape: Jaw) {
  const sampler = surfaceSampler();
  eachTriangle(shape, (corners) => sampler.add(corners));
  const sample = sampler.end();
  if (!sample) throw new Error("nothing sampled");
  return sample;
}

const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 1));

const ways: readonly (readonly [string, Place, readonly number[], readonly number[]])[] = [
  ["as it lies", (x, y, z) => [x, y, z], [0, 0, 1], [0, 1, 0]],
  ["on its head", (x, y, z) => [x, -y, -z], [0, 0, -1], [0, -1, 0]],
  ["on other axes", (x, y, z) => [z, x, y], [1, 0, 0], [0, 0, 1]],
  ["far away", (x, y, z) => [x + 900, y, z - 400], [0, 0, 1], [0, 1, 0]],
];

it.each(ways)("R41: a jaw's biting side and front are found %s", (_, to, biting, front) => {
  const pose = findPose(sampled(turned(jaw(1), to)), null);
  expect(pose.biting).toEqual(near(biting));
  expect(pose.front).toEqual(near(front));
});

it("R41: a jaw that lies askew is found askew", () => {
  const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
  const askew = turned(jaw(1), (x, y, z) => [x, c * y - s * z, s * y + c * z]);
  const { biting, front } = findPose(sampled(askew), null);
  expect(biting[1] * -s + biting[2] * c).toBeGreaterThan(0.97);
  expect(front[1] * c + front[2] * s).toBeGreaterThan(0.97);
});

it("R41: a closed model is taken to lie as scanners lay it: upper teeth down, lower teeth up", () => {
  const shell = jaw(1);
  const back = turned(shell, (x, y, z) => [x, y, -z + 4]);
  // The same triangles with the other turn close it from below.
  const closed = new Float32Array(shell.corners.length * 2);
  closed.set(shell.corners);
  for (let i = 0; i < back.corners.length; i += 9) {
    const at = shell.corners.length + i;
    closed.set(back.corners.subarray(i, i + 3), at);
    closed.set(back.corners.subarray(i + 6, i + 9), at + 3);
    closed.set(back.corners.subarray(i + 3, i + 6), at + 6);
  }
  const sample = sampled({ corners: closed });
  expect(findPose(sample, "upper").biting[2]).toBeCloseTo(-1);
  expect(findPose(sample, "lower").biting[2]).toBeCloseTo(1);
});

it("keeps a choice of a surface however large it is, and leaves out numbers that are none", () => {
  const sampler = surfaceSampler();
  const corners = new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]);
  for (let i = 0; i < 300_000; i += 1) sampler.add(corners);
  sampler.add([Number.NaN, 0, 0, 1, 0, 0, 0, 1, 0]);
  const sample = sampler.end();
  expect(sample?.triangles).toBe(300_000);
  expect(sample?.middles.length).toBeLessThan(130_000);
  expect(sample?.most).toEqual([1, 1, 0]);
});

it("has nothing to say of no triangles, or of all in one place", () => {
  expect(surfaceSampler().end()).toBeNull();
  const sampler = surfaceSampler();
  sampler.add([5, 5, 5, 5, 5, 5, 5, 5, 5]);
  expect(sampler.end()).toBeNull();
});
