import { mainAxes } from "./main-axes";
import { cross, dot, type Point, times } from "./point";
import type { SurfaceSample } from "./sample-surface";

export type ScanArch = "upper" | "lower" | "bite";

/** How a jaw lies in its file: unit vectors in the file's axes, at right angles. */
export interface Pose {
  /** From the gums over the biting edges: who looks against it sees the chewing surfaces. */
  readonly biting: Point;
  /** From the middle towards the incisors. */
  readonly front: Point;
}

/** Scanners mostly lay a jaw along their axes; a curve in it turns the reckoned axis a little. */
const SNAP = Math.cos((25 * Math.PI) / 180);
/** Less than this share of the surface facing one way is a closed body. */
const OPEN = 0.05;
/** The part of an arch looked at for how wide it is at either end. */
const END_SHARE = 0.15;

/**
 * Finds how a jaw lies in its file, which no format says: it is flattest across its biting plane, its open side is the
 * gums', and it is narrow in front. A closed model is taken to lie as scanners lay it: upper teeth down z, lower ones up.
 */
export function findPose(sample: SurfaceSample, arch: ScanArch | null): Pose {
  const axes = mainAxes(sample.middles);
  const flat = snapped(axes[2]);
  const biting = times(flat, bitingSign(sample, flat, arch));
  const along = snapped(axes[0]);
  const first = dot(along, flat) > 0.01 ? axes[0] : along;
  const second = cross(flat, first);
  const candidates = [first, times(first, -1), second, times(second, -1)];
  const narrow = candidates.map((front) => narrowing(sample.middles, front, cross(front, flat)));
  const front = candidates[narrow.indexOf(Math.max(...narrow))] ?? second;
  return { biting, front };
}

function bitingSign({ area, facing }: SurfaceSample, flat: Point, arch: ScanArch | null): 1 | -1 {
  const faces = dot(facing, flat);
  if (Math.abs(faces) > OPEN * area) return faces > 0 ? 1 : -1;
  const longest = flat.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] ?? 1;
  return longest > 0 === (arch !== "upper") ? 1 : -1;
}

/** The axis of the file next to it, when it is near. */
function snapped(axis: Point): Point {
  const index = [0, 1, 2].find((i) => Math.abs(axis[i] ?? 0) > SNAP);
  if (index === undefined) return axis;
  return [index === 0 ? 1 : 0, index === 1 ? 1 : 0, index === 2 ? 1 : 0];
}

/** How much wider the back is than the front, in millimetres. */
function narrowing(middles: readonly number[], front: Point, side: Point): number {
  const points: { depth: number; across: number }[] = [];
  for (let i = 0; i + 2 < middles.length; i += 3) {
    const point: Point = [middles[i] ?? 0, middles[i + 1] ?? 0, middles[i + 2] ?? 0];
    points.push({ depth: dot(point, front), across: dot(point, side) });
  }
  points.sort((a, b) => a.depth - b.depth);
  const [back, foremost] = [points[0]?.depth ?? 0, points.at(-1)?.depth ?? 0];
  const end = (foremost - back) * END_SHARE;
  return (
    width(points.filter(({ depth }) => depth < back + end)) -
    width(points.filter(({ depth }) => depth > foremost - end))
  );
}

/** Without the outermost hundredth: a speck beside the jaw is no width. */
function width(points: readonly { readonly across: number }[]): number {
  const across = points.map((point) => point.across).sort((a, b) => a - b);
  const cut = Math.floor(across.length / 100);
  return (across[across.length - 1 - cut] ?? 0) - (across[cut] ?? 0);
}
