/** A binary STL of a small arch, as a scanner would name it. */
export function madeScan(name: string, triangles = 4_000) {
  const buffer = Buffer.alloc(84 + triangles * 50);
  buffer.writeUInt32LE(triangles, 80);
  const steps = triangles / 40;
  for (let i = 0; i < triangles; i++) {
    const [along, around] = [Math.floor(i / 40) / steps, (i % 40) / 40];
    corners(along, around, 1 / steps).forEach((value, at) => {
      buffer.writeFloatLE(value, 84 + i * 50 + 12 + at * 4);
    });
  }
  return { name, mimeType: "model/stl", buffer };
}

const STEPS = 60;
const ROUND = 24;

/** The same arch as text, in PLY: its points once, its faces by their numbers. */
export function madePly(name: string) {
  const points: string[] = [];
  for (let i = 0; i <= STEPS; i++)
    for (let j = 0; j < ROUND; j++) points.push(pointAt(i / STEPS, j / ROUND).join(" "));
  const faces: string[] = [];
  for (let i = 0; i < STEPS; i++)
    for (let j = 0; j < ROUND; j++) {
      const [here, beside] = [i * ROUND + j, i * ROUND + ((j + 1) % ROUND)];
      faces.push(`4 ${here} ${here + ROUND} ${beside + ROUND} ${beside}`);
    }
  const head = [
    ...["ply", "format ascii 1.0", `element vertex ${points.length}`],
    ...["property float x", "property float y", "property float z"],
    ...[`element face ${faces.length}`, "property list uchar int vertex_indices", "end_header"],
  ];
  const text = [...head, ...points, ...faces, ""].join("\n");
  return { name, mimeType: "model/ply", buffer: Buffer.from(text) };
}

/** The same arch as text, in STL. */
export function madeTextStl(name: string) {
  const facets: string[] = [];
  for (let i = 0; i < STEPS; i++)
    for (let j = 0; j < ROUND; j++) {
      const numbers = corners(i / STEPS, j / ROUND, 1 / STEPS);
      const vertices = [0, 3, 6].map((at) => `vertex ${numbers.slice(at, at + 3).join(" ")}`);
      facets.push(`facet normal 0 0 0\nouter loop\n${vertices.join("\n")}\nendloop\nendfacet`);
    }
  const text = `solid arch\n${facets.join("\n")}\nendsolid arch\n`;
  return { name, mimeType: "model/stl", buffer: Buffer.from(text) };
}

/** A triangle on a bent tube. */
function corners(along: number, around: number, step: number): number[] {
  return [
    ...pointAt(along, around),
    ...pointAt(along + step, around),
    ...pointAt(along, around + 1 / 40),
  ];
}

function pointAt(along: number, around: number): number[] {
  const [angle, turn] = [Math.PI * along, 2 * Math.PI * around];
  const out = 26 + 4 * Math.cos(turn);
  return [out * Math.cos(angle), out * Math.sin(angle), 6 * Math.sin(turn)];
}
