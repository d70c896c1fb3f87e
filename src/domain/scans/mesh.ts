import type { ScanFault } from "./scan-facts";

/** A jaw is about 70 mm wide, a scanner's own zero point may lie some way off. Millimetres. */
const farthest = 10_000;
const widest = 1_000;
/** A scan in metres would be smaller than this. Millimetres. */
const narrowest = 1;

/** Counts and measures what the readers find. */
export interface Mesh {
  triangles: number;
  /** Null where the format has no list of them. */
  vertices: number | null;
  readonly lowest: [number, number, number];
  readonly highest: [number, number, number];
  point(x: number, y: number, z: number): ScanFault | null;
  end(): ScanFault | null;
}

export function createMesh(): Mesh {
  const lowest: Mesh["lowest"] = [Infinity, Infinity, Infinity];
  const highest: Mesh["highest"] = [-Infinity, -Infinity, -Infinity];
  const mesh: Mesh = {
    triangles: 0,
    vertices: null,
    lowest,
    highest,
    point(x, y, z) {
      if (x < lowest[0]) lowest[0] = x;
      if (x > highest[0]) highest[0] = x;
      if (y < lowest[1]) lowest[1] = y;
      if (y > highest[1]) highest[1] = y;
      if (z < lowest[2]) lowest[2] = z;
      if (z > highest[2]) highest[2] = z;
      const isNear = Math.abs(x) <= farthest && Math.abs(y) <= farthest && Math.abs(z) <= farthest;
      // One comparison for the usual case: what is not a number is not near either.
      if (isNear) return null;
      const isNumber = [x, y, z].every(Number.isFinite);
      return isNumber ? "too_large_extent" : "not_a_number";
    },
    end() {
      if (mesh.triangles === 0) return "no_triangles";
      const sides = highest.map((high, axis) => high - (lowest[axis] ?? 0));
      if (sides.some((side) => side > widest)) return "too_large_extent";
      return sides.every((side) => side < narrowest) ? "too_small_extent" : null;
    },
  };
  return mesh;
}
