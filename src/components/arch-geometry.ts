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
export function toothPath({ width, depth }: Pick<ToothPlace, "width" | "depth">, gap: number) {
  const w = width / 2 - gap;
  // A negative gap draws a ring around the tooth, wider on every side.
  const d = depth / 2 + Math.max(0, -gap);
  const inner = w * 0.9;
  const n = rounded;
  return [
    `M0 ${n(-d)}`,
    `C${n(w * 0.75)} ${n(-d)} ${n(w)} ${n(-d * 0.72)} ${n(w)} ${n(-d * 0.05)}`,
    `C${n(w)} ${n(d * 0.62)} ${n(inner * 0.78)} ${n(d)} 0 ${n(d)}`,
    `C${n(-inner * 0.78)} ${n(d)} ${n(-w)} ${n(d * 0.62)} ${n(-w)} ${n(-d * 0.05)}`,
    `C${n(-w)} ${n(-d * 0.72)} ${n(-w * 0.75)} ${n(-d)} 0 ${n(-d)}Z`,
  ].join("");
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
