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
