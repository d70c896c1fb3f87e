/** One jaw as scanners send it: an open shell of gums with fourteen teeth, millimetres, the biting side up z. */
export interface Jaw {
  readonly corners: Float32Array;
}

const WIDE = 27;
const DEEP = 42;

/** How far apart the points of the grid lie decides how many triangles there are: 0.5 gives about 25 000. */
export function jaw(step = 0.5): Jaw {
  const found: number[] = [];
  const across = Math.round(76 / step);
  const along = Math.round(64 / step);
  const point = (i: number, j: number) => {
    const [x, y] = [-38 + i * step, -12 + j * step];
    return [x, y, height(x, y)] as const;
  };
  for (let i = 0; i < across; i += 1)
    for (let j = 0; j < along; j += 1) {
      const [a, b, c, d] = [point(i, j), point(i + 1, j), point(i + 1, j + 1), point(i, j + 1)];
      if ([a, b, c, d].some(([, , z]) => z === -Infinity)) continue;
      found.push(...a, ...b, ...c, ...a, ...c, ...d);
    }
  return { corners: new Float32Array(found) };
}

const teeth = Array.from({ length: 14 }, (_, index) => {
  const along = (index - 6.5) / 6.5;
  const angle = along * 1.42;
  const isMolar = Math.abs(index - 6.5) > 4;
  const isFront = Math.abs(index - 6.5) < 3;
  return {
    x: WIDE * Math.sin(angle),
    y: DEEP * Math.cos(angle),
    turn: Math.atan2(Math.sin(angle) / WIDE, Math.cos(angle) / DEEP),
    wide: isMolar ? 5 : 3.6,
    thick: isMolar ? 5.2 : isFront ? 2.6 : 4,
    high: isFront ? 9 : 7,
    cusps: isFront ? 0 : 1,
  };
});

/** Height of gums and teeth over a place, or nothing beside the arch. */
function height(x: number, y: number): number {
  const around = Math.hypot(x / WIDE, y / DEEP);
  const away = Math.abs(around - 1) * 30;
  if (y < -6 || away > 9) return -Infinity;
  let z = 5 * Math.sqrt(Math.max(0, 1 - (away / 9.5) ** 2));
  for (const tooth of teeth) {
    const [dx, dy] = [x - tooth.x, y - tooth.y];
    const u = dx * Math.cos(tooth.turn) - dy * Math.sin(tooth.turn);
    const v = dx * Math.sin(tooth.turn) + dy * Math.cos(tooth.turn);
    const r = (Math.abs(u) / tooth.wide) ** 3 + (Math.abs(v) / tooth.thick) ** 3;
    if (r >= 1) continue;
    const cusps =
      tooth.cusps * 0.9 * Math.cos((u / tooth.wide) * 4.2) * Math.cos((v / tooth.thick) * 3.4);
    z = Math.max(z, 3 + tooth.high * (1 - r) ** 0.35 - cusps);
  }
  return z;
}

export type Place = (x: number, y: number, z: number) => readonly [number, number, number];

/** The jaw turned: where x, y and z of the jaw go. */
export function turned({ corners }: Jaw, to: Place): Jaw {
  const moved = new Float32Array(corners.length);
  for (let i = 0; i < corners.length; i += 3)
    moved.set(to(corners[i] ?? 0, corners[i + 1] ?? 0, corners[i + 2] ?? 0), i);
  return { corners: moved };
}

/** Every triangle in turn, in one array used again as readers do. */
export function eachTriangle({ corners }: Jaw, take: (corners: Float32Array) => void): void {
  const reused = new Float32Array(9);
  for (let i = 0; i < corners.length; i += 9) {
    reused.set(corners.subarray(i, i + 9));
    take(reused);
  }
}

export function binaryStl({ corners }: Jaw): Uint8Array<ArrayBuffer> {
  const triangles = corners.length / 9;
  const bytes = new Uint8Array(84 + 50 * triangles);
  const view = new DataView(bytes.buffer);
  view.setUint32(80, triangles, true);
  corners.forEach((value, i) => {
    view.setFloat32(84 + Math.floor(i / 9) * 50 + 12 + (i % 9) * 4, value, true);
  });
  return bytes;
}
