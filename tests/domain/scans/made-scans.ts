export type Corner = readonly [number, number, number];
export type Triangle = readonly [Corner, Corner, Corner];

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** A small wedge, 40 mm wide. */
export const wedge: readonly Triangle[] = [
  [
    [0, 0, 0],
    [40, 0, 0],
    [0, 30, 0],
  ],
  [
    [0, 0, 0],
    [0, 30, 0],
    [0, 0, -12.5],
  ],
];

export function binaryStl(triangles: readonly Triangle[], head = "made for a test"): Uint8Array {
  const bytes = new Uint8Array(84 + 50 * triangles.length);
  bytes.set(utf8(head).subarray(0, 80));
  const view = new DataView(bytes.buffer);
  view.setUint32(80, triangles.length, true);
  triangles.forEach((triangle, n) => {
    triangle.flat().forEach((value, i) => {
      view.setFloat32(84 + 50 * n + 12 + 4 * i, value, true);
    });
  });
  return bytes;
}

export function asciiStl(triangles: readonly Triangle[], name = "jaw"): Uint8Array {
  const facets = triangles.map((triangle) => {
    const corners = triangle.map((corner) => `      vertex ${corner.join(" ")}\n`).join("");
    return `  facet normal 0 0 nan\n    outer loop\n${corners}    endloop\n  endfacet\n`;
  });
  return utf8(`solid ${name}\n${facets.join("")}endsolid ${name}\n`);
}

export interface PlyParts {
  readonly points: readonly Corner[];
  readonly faces: readonly (readonly number[])[];
}

export const square: PlyParts = {
  points: [
    [0, 0, 0],
    [20, 0, 1],
    [20, 20, 2],
    [0, 20, 3],
  ],
  faces: [
    [0, 1, 2, 3],
    [0, 2, 1],
  ],
};

function header(format: string, { points, faces }: PlyParts): string {
  return `ply\nformat ${format} 1.0\ncomment made for a test\nelement vertex ${points.length}\nproperty float x\nproperty double y\nproperty float z\nproperty uchar red\nelement face ${faces.length}\nproperty uchar quality\nproperty list uchar int vertex_indices\nproperty list uchar float texcoord\nend_header\n`;
}

export function asciiPly(parts: PlyParts): Uint8Array {
  const points = parts.points.map((point) => `${point.join(" ")} 255\n`);
  const faces = parts.faces.map((face) => `7 ${face.length} ${face.join(" ")} 2 0.5 0.25\n`);
  return utf8(header("ascii", parts) + points.join("") + faces.join(""));
}

export function binaryPly(parts: PlyParts, isLittle: boolean): Uint8Array {
  const head = utf8(header(isLittle ? "binary_little_endian" : "binary_big_endian", parts));
  const faceBytes = parts.faces.reduce((sum, face) => sum + 11 + 4 * face.length, 0);
  const bytes = new Uint8Array(head.length + 17 * parts.points.length + faceBytes);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  let at = head.length;
  for (const [x, y, z] of parts.points) {
    view.setFloat32(at, x, isLittle);
    view.setFloat64(at + 4, y, isLittle);
    view.setFloat32(at + 12, z, isLittle);
    at += 17;
  }
  for (const face of parts.faces) {
    view.setUint8(at + 1, face.length);
    at += 2;
    for (const index of face) {
      view.setInt32(at, index, isLittle);
      at += 4;
    }
    view.setUint8(at, 2);
    at += 9;
  }
  return bytes;
}
