export type ToothPlace = { x: number; y: number; turn: number; width: number; depth: number };

/**
 * Sixteen teeth of one arch from left to right: width along the arch and depth across it, in mm,
 * after mean crown sizes of the upper jaw.
 */
const half = [
  [8.6, 10.2],
  [9.8, 10.8],
  [10.4, 11.2],
  [6.9, 9.2],
  [7.1, 9.2],
  [7.7, 8.2],
  [6.8, 6.4],
  [8.7, 7.2],
] as const;
const teeth = [...half, ...half.toReversed()];

/** Where each tooth lies on a half-ellipse of the given half axes (px), its top at y = 0. */
export function archTeeth(halfWidth: number, height: number): ToothPlace[] {
  const steps = 720;
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const angle = Math.PI - (Math.PI * step) / steps;
    return { x: halfWidth * Math.cos(angle), y: height * (1 - Math.sin(angle)), angle };
  });
  const lengths = [0];
  for (let step = 1; step <= steps; step += 1) {
    const [a, b] = [points[step - 1], points[step]];
    if (!a || !b) continue;
    lengths.push((lengths.at(-1) ?? 0) + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const scale = (lengths.at(-1) ?? 1) / teeth.reduce((sum, [width]) => sum + width, 0);
  let passed = 0;
  return teeth.map(([width, depth]) => {
    const middle = (passed + width / 2) * scale;
    passed += width;
    const at = lengths.findIndex((length) => length >= middle);
    const point = points[at] ?? { x: 0, y: 0, angle: Math.PI / 2 };
    // The outward normal of the ellipse at this point.
    const normal = Math.atan2(Math.sin(point.angle) / height, Math.cos(point.angle) / halfWidth);
    return {
      x: rounded(point.x),
      y: rounded(point.y),
      turn: rounded(90 - (normal * 180) / Math.PI),
      width: rounded(width * scale),
      depth: rounded(depth * scale),
    };
  });
}

/** A tooth seen from above, centred on 0, its outer edge up; `gap` is left free on each side. */
export function toothPath(size: Pick<ToothPlace, "width" | "depth">, gap: number): string {
  return outline(size, gap, (x, y) => `${rounded(x)} ${rounded(y)}`);
}

/** The same tooth where it lies in the arch: many of a look can then be one path. */
export function placedToothPath(place: ToothPlace, gap: number): string {
  const angle = (place.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return outline(
    place,
    gap,
    (x, y) => `${tenth(place.x + x * cos - y * sin)} ${tenth(place.y + x * sin + y * cos)}`,
  );
}

function outline(
  { width, depth }: Pick<ToothPlace, "width" | "depth">,
  gap: number,
  at: (x: number, y: number) => string,
): string {
  const w = width / 2 - gap;
  // A negative gap draws a ring around the tooth, wider on every side.
  const d = depth / 2 + Math.max(0, -gap);
  const inner = w * 0.9;
  return [
    `M${at(0, -d)}`,
    `C${at(w * 0.75, -d)} ${at(w, -d * 0.72)} ${at(w, -d * 0.05)}`,
    `C${at(w, d * 0.62)} ${at(inner * 0.78, d)} ${at(0, d)}`,
    `C${at(-inner * 0.78, d)} ${at(-w, d * 0.62)} ${at(-w, -d * 0.05)}`,
    `C${at(-w, -d * 0.72)} ${at(-w * 0.75, -d)} ${at(0, -d)}Z`,
  ].join("");
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
