import type { Point } from "./point";

/** What is kept of a surface, however many triangles it has. */
export interface SurfaceSample {
  readonly triangles: number;
  readonly least: Point;
  readonly most: Point;
  /** Square millimetres. */
  readonly area: number;
  /** Sum of area times normal: zero for a closed body; for an open shell it points out of its opening's far side. */
  readonly facing: Point;
  /** Middles of triangles spread over the whole file, x y z after one another. */
  readonly middles: readonly number[];
}

interface SurfaceSampler {
  /** Nine numbers; a triangle with a number that is none is left out. */
  add(corners: ArrayLike<number>): void;
  /** Null: no triangle, or all of them in one place. */
  end(): SurfaceSample | null;
}

/** Twice as many are kept for a moment. */
const KEPT = 20_000;

/** Goes through a surface once and keeps its extent and a thin, even choice of its triangles. */
export function surfaceSampler(): SurfaceSampler {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const most: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  const facing: [number, number, number] = [0, 0, 0];
  let middles: number[] = [];
  let [triangles, area, every] = [0, 0, 1];
  return {
    add(corners) {
      const c = (index: number) => corners[index] ?? Number.NaN;
      let isWhole = true;
      for (let i = 0; i < 9; i += 1) isWhole &&= Number.isFinite(c(i));
      if (!isWhole) return;
      for (let i = 0; i < 9; i += 1) {
        const axis = i % 3;
        if (c(i) < (least[axis] ?? 0)) least[axis] = c(i);
        if (c(i) > (most[axis] ?? 0)) most[axis] = c(i);
      }
      const [ax, ay, az] = [c(3) - c(0), c(4) - c(1), c(5) - c(2)];
      const [bx, by, bz] = [c(6) - c(0), c(7) - c(1), c(8) - c(2)];
      const [nx, ny, nz] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
      area += Math.hypot(nx, ny, nz) / 2;
      facing[0] += nx / 2;
      facing[1] += ny / 2;
      facing[2] += nz / 2;
      if (triangles % every === 0)
        middles.push((c(0) + c(3) + c(6)) / 3, (c(1) + c(4) + c(7)) / 3, (c(2) + c(5) + c(8)) / 3);
      triangles += 1;
      if (middles.length >= KEPT * 6) {
        middles = middles.filter((_, i) => Math.floor(i / 3) % 2 === 0);
        every *= 2;
      }
    },
    end() {
      const longest = Math.max(most[0] - least[0], most[1] - least[1], most[2] - least[2]);
      if (triangles === 0 || !(longest > 0)) return null;
      return { triangles, least, most, area, facing, middles };
    },
  };
}
