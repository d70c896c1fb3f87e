interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the stages of an arch lie on a half-ellipse whose ends lie at y = 0. */
export interface MouthPlaces {
  /** Each stage's middle, and how far its tooth is turned, in degrees. */
  readonly points: readonly (Point & { readonly turn: number })[];
  /** Between the stages and at both ends: one more than stages. */
  readonly edges: readonly Point[];
  /** The room each stage has, along the arch. */
  readonly slot: number;
  /** The half-ellipse itself. */
  readonly rail: string;
}

const HALF_WIDTH = 118;
const HEIGHT = 100;
const STEPS = 480;

const rail = `M${-HALF_WIDTH} 0A${HALF_WIDTH} ${HEIGHT} 0 0 1 ${HALF_WIDTH} 0`;
const lengths = [0];
for (let step = 1; step <= STEPS; step += 1) {
  const [a, b] = [onArch(step - 1), onArch(step)];
  lengths.push((lengths[step - 1] ?? 0) + Math.hypot(b.x - a.x, b.y - a.y));
}
const whole = lengths[STEPS] ?? 0;
const kept = new Map<number, MouthPlaces>();

/** Evenly by the arch's length. */
export function mouthPlaces(total: number): MouthPlaces {
  const known = kept.get(total);
  if (known) return known;
  const slot = whole / Math.max(1, total);
  const made = {
    points: Array.from({ length: total }, (_, index) => placeAt(slot * (index + 0.5))),
    edges: Array.from({ length: total + 1 }, (_, index) => placeAt(slot * index)),
    slot,
    rail,
  };
  kept.set(total, made);
  return made;
}

function placeAt(length: number) {
  const step = Math.max(
    0,
    lengths.findIndex((reached) => reached >= length - 1e-6),
  );
  const { x, y, angle } = onArch(step);
  // The outward normal of the ellipse at this point.
  const normal = Math.atan2(Math.sin(angle) / HEIGHT, Math.cos(angle) / HALF_WIDTH);
  return { x: rounded(x), y: rounded(y), turn: rounded(90 - (normal * 180) / Math.PI) };
}

function onArch(step: number) {
  const angle = Math.PI - (Math.PI * step) / STEPS;
  return { x: HALF_WIDTH * Math.cos(angle), y: -HEIGHT * Math.sin(angle), angle };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
