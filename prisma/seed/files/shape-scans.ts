import { type DemoFile, demoFile } from "./demo-files";

const steps = 60;
const sides = 10;
const headerBytes = 80;
const triangleBytes = 50;

type Point = readonly [x: number, y: number, z: number];

/** A dental arch as a scanner would send it, much simplified: binary STL, millimetres, teeth as bumps on a tube. */
export function shapeScan(arch: "upper" | "lower"): DemoFile {
  const rings = Array.from({ length: steps + 1 }, (_, step) => ring(arch, step / steps));
  const triangles: (readonly [Point, Point, Point])[] = [];
  for (let step = 0; step < steps; step += 1) {
    for (let side = 0; side < sides; side += 1) {
      const next = (side + 1) % sides;
      const [a, b] = [rings[step]?.[side], rings[step]?.[next]];
      const [c, d] = [rings[step + 1]?.[side], rings[step + 1]?.[next]];
      if (a && b && c && d) triangles.push([a, b, c], [b, d, c]);
    }
  }
  const bytes = new Uint8Array(headerBytes + 4 + triangles.length * triangleBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(`Demo scan, ${arch} arch`));
  view.setUint32(headerBytes, triangles.length, true);
  triangles.forEach((corners, i) => {
    // The normal stays zero: viewers work it out from the corners.
    const start = headerBytes + 4 + i * triangleBytes + 12;
    corners.flat().forEach((value, j) => {
      view.setFloat32(start + j * 4, value, true);
    });
  });
  return demoFile(bytes, "model/stl");
}

/** One cut through the tube: `along` runs from 0 at the right molars to 1 at the left ones. */
function ring(arch: "upper" | "lower", along: number): Point[] {
  const angle = Math.PI * (along - 0.5) * 1.1;
  const spread = arch === "upper" ? 29 : 26;
  const [x, y] = [Math.sin(angle) * spread, Math.cos(angle) * spread * 1.4];
  const tooth = Math.abs(Math.sin(along * Math.PI * 14));
  return Array.from({ length: sides }, (_, side) => {
    const turn = (2 * Math.PI * side) / sides;
    const thick = 4 + tooth * 1.5;
    const up = Math.sin(turn) * (6 + tooth * 3) * (arch === "upper" ? -1 : 1);
    const out = Math.cos(turn) * thick;
    return [x + Math.sin(angle) * out, y + Math.cos(angle) * out, up];
  });
}
