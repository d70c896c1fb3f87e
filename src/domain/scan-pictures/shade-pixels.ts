import type { StillSize } from "./still-size";

/** Enamel in the light. */
const COLOUR = [240, 232, 216] as const;
/** Pixels to look at around each: valleys between teeth grow dark, edges stand out. */
const REACHES = [2, 5, 10] as const;
/** How strongly. */
const DEEP = 0.55;

/** Turns depth and light of each pixel into colours. Where nothing is, the picture is clear and fits any background. */
export function shadePixels(
  depths: Float32Array,
  lights: Float32Array,
  size: StillSize,
): Uint8ClampedArray {
  const { width, height } = size;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x;
      const depth = depths[pixel] ?? -Infinity;
      if (depth === -Infinity) continue;
      const bright = (lights[pixel] ?? 0) * (1 - DEEP * hidden(depths, size, x, y, depth));
      COLOUR.forEach((colour, i) => {
        pixels[pixel * 4 + i] = colour * bright;
      });
      pixels[pixel * 4 + 3] = 255;
    }
  return pixels;
}

/** From 0, open all around, to 1, surrounded by what stands higher. */
function hidden(
  depths: Float32Array,
  { width, height }: StillSize,
  x: number,
  y: number,
  depth: number,
): number {
  let [sum, looks] = [0, 0];
  for (const reach of REACHES)
    for (const [dx, dy] of around) {
      looks += 1;
      const [nx, ny] = [x + dx * reach, y + dy * reach];
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
      const higher = (depths[ny * width + nx] ?? -Infinity) - depth;
      if (higher > 0) sum += Math.min(1, higher / (reach * 2));
    }
  return Math.min(1, (sum / looks) * 1.6);
}

const around = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;
