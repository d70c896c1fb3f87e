import type { Pose, ScanArch } from "./find-pose";
import { cross, dot, type Point, times } from "./point";
import type { SurfaceSample } from "./sample-surface";
import { shadePixels } from "./shade-pixels";
import type { StillSize } from "./still-size";

interface StillDrawing {
  /** Nine numbers in the scan's axes. */
  add(corners: ArrayLike<number>): void;
  /** Red, green, blue and opacity of every pixel; nothing where nothing is. */
  end(): Uint8ClampedArray;
}

/** Free on each side, as a share of the picture. */
const MARGIN = 0.05;

/**
 * Draws the chewing surfaces of a jaw as orthodontists lay out their pictures: incisors of the upper jaw at the top, of
 * the lower one at the bottom. It keeps two numbers per pixel and no triangle.
 */
export function stillDrawing(
  sample: SurfaceSample,
  pose: Pose,
  arch: ScanArch | null,
  { width, height }: StillSize,
): StillDrawing {
  const up = arch === "lower" ? times(pose.front, -1) : pose.front;
  const right = cross(up, pose.biting);
  const across = extent(sample, right);
  const along = extent(sample, up);
  const scale = Math.min(
    (width * (1 - 2 * MARGIN)) / Math.max(across.size, 1e-6),
    (height * (1 - 2 * MARGIN)) / Math.max(along.size, 1e-6),
  );
  const depths = new Float32Array(width * height).fill(-Infinity);
  const lights = new Float32Array(width * height);
  const at = new Float64Array(9);
  return {
    add(corners) {
      for (let i = 0; i < 9; i += 3) {
        const point: Point = [corners[i] ?? 0, corners[i + 1] ?? 0, corners[i + 2] ?? 0];
        at[i] = (dot(point, right) - across.middle) * scale + width / 2;
        at[i + 1] = height / 2 - (dot(point, up) - along.middle) * scale;
        at[i + 2] = dot(point, pose.biting) * scale;
      }
      fill(at, { width, height }, depths, lights);
    },
    end: () => shadePixels(depths, lights, { width, height }),
  };
}

/** How far the surface reaches along a direction; the box of the sample, so a little too far when that is askew. */
function extent({ least, most }: SurfaceSample, direction: Point) {
  let [from, to] = [0, 0];
  for (const axis of [0, 1, 2] as const) {
    const [a, b] = [least[axis] * direction[axis], most[axis] * direction[axis]];
    from += Math.min(a, b);
    to += Math.max(a, b);
  }
  return { size: to - from, middle: (from + to) / 2 };
}

/** One triangle into the nearest-so-far picture: x right, y down, z towards who looks, all in pixels. */
function fill(
  at: Float64Array,
  { width, height }: StillSize,
  depths: Float32Array,
  lights: Float32Array,
): void {
  const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, cx = 0, cy = 0, cz = 0] = at;
  const [ux, uy, uz] = [bx - ax, by - ay, bz - az];
  const [vx, vy, vz] = [cx - ax, cy - ay, cz - az];
  const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(nx, ny, nz);
  if (!(length > 0) || nz === 0) return;
  const light = lightOn(nx / length, ny / length, nz / length);
  const fromY = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
  const toY = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
  const fromX = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
  const toX = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
  for (let y = fromY; y <= toY; y += 1) {
    const py = y + 0.5 - ay;
    for (let x = fromX; x <= toX; x += 1) {
      const px = x + 0.5 - ax;
      // Shares of the second and third corner; twice the area is nz.
      const s = (px * vy - py * vx) / nz;
      const t = (ux * py - uy * px) / nz;
      if (s < 0 || t < 0 || s + t > 1) continue;
      const depth = az + s * uz + t * vz;
      const pixel = y * width + x;
      if (depth <= (depths[pixel] ?? 0)) continue;
      depths[pixel] = depth;
      lights[pixel] = light;
    }
  }
}

/** A lamp above on the left and some light from everywhere; a surface turned inside out is seen as well. */
function lightOn(x: number, y: number, z: number): number {
  const side = z < 0 ? -1 : 1;
  const lamp = Math.max(0, side * (-0.42 * x - 0.5 * y + 0.76 * z));
  return 0.3 + 0.7 * lamp;
}
