import type { Mesh } from "./mesh";
import type { PlyElement, PlyHeader } from "./ply-header";
import type { OnTriangle, ScanFault } from "./scan-facts";

/** Corners of one polygon, and entries of lists that are skipped. */
export const MOST_CORNERS = 255;
export const MOST_ENTRIES = 1_024;

/** Where in a record its numbers stand, by the place of the property. */
export interface PlyMesh {
  readonly roles: readonly PlyRole[];
  vertex(x: number, y: number, z: number): ScanFault | null;
  /** The first `count` of `indices` are one polygon. */
  face(indices: Float64Array, count: number): ScanFault | null;
}

export interface PlyRole {
  readonly element: PlyElement;
  /** Places of x, y, z among the properties of the vertices. */
  readonly xyz: readonly [number, number, number] | null;
  /** The place of the faces' list of corners. */
  readonly corners: number | null;
}

const cornerNames = new Set(["vertex_indices", "vertex_index"]);

/** Null where the elements make no mesh: no vertices with x, y and z, or faces before them. */
export function createPlyMesh(
  mesh: Mesh,
  { elements }: PlyHeader,
  onTriangle?: OnTriangle,
): PlyMesh | null {
  const roles = elements.map(roleOf);
  const at = roles.findIndex(({ xyz }) => xyz !== null);
  const face = roles.findIndex(({ corners }) => corners !== null);
  const isTwice = ["vertex", "face"].some(
    (name) => elements.filter((element) => element.name === name).length > 1,
  );
  if (at === -1 || isTwice || (face !== -1 && face < at)) return null;
  const vertices = elements[at]?.count ?? 0;
  mesh.vertices = vertices;
  const points = onTriangle ? new Float32Array(vertices * 3) : null;
  const corners = new Float32Array(9);
  let written = 0;

  return {
    roles,
    vertex(x, y, z) {
      if (points) {
        points[written] = x;
        points[written + 1] = y;
        points[written + 2] = z;
        written += 3;
      }
      return mesh.point(x, y, z);
    },
    face(indices, count) {
      for (let i = 0; i < count; i += 1) {
        const index = indices[i] ?? -1;
        if (!Number.isInteger(index) || index < 0 || index >= vertices) return "index_out_of_range";
      }
      if (count < 3) return null;
      mesh.triangles += count - 2;
      if (!points || !onTriangle) return null;
      copy(0, indices[0] ?? 0);
      for (let i = 2; i < count; i += 1) {
        copy(3, indices[i - 1] ?? 0);
        copy(6, indices[i] ?? 0);
        onTriangle(corners);
        // Whoever takes it may have written to it.
        copy(0, indices[0] ?? 0);
      }
      return null;
    },
  };

  function copy(to: number, index: number) {
    for (let axis = 0; axis < 3; axis += 1) corners[to + axis] = points?.[index * 3 + axis] ?? NaN;
  }
}

function roleOf(element: PlyElement): PlyRole {
  const place = (name: string) =>
    element.properties.findIndex((one) => one.name === name && one.countType === null);
  const [x, y, z] = [place("x"), place("y"), place("z")];
  const hasPlaces = element.name === "vertex" && x >= 0 && y >= 0 && z >= 0;
  const corners = element.properties.findIndex(
    ({ name, countType, type }) =>
      cornerNames.has(name) && countType !== null && !type.startsWith("float"),
  );
  return {
    element,
    xyz: hasPlaces ? [x, y, z] : null,
    corners: element.name === "face" && corners >= 0 ? corners : null,
  };
}
