import { MOST_CORNERS, MOST_ENTRIES, type PlyMesh } from "./ply-mesh";
import type { ScanFault, ScanPart } from "./scan-facts";
import { createWords, readNumber } from "./words";

/** Behind the header: the same records as numbers between blanks. */
export function readAsciiPly(plyMesh: PlyMesh): ScanPart {
  const indices = new Float64Array(MOST_CORNERS);
  const xyz = new Float64Array(3);
  let role = plyMesh.roles[0];
  let roleAt = 0;
  let record = 0;
  let place = 0;
  /** Entries of the list that is being read: all of it, and those still to come. */
  let count = 0;
  let left = 0;
  let cornerCount = 0;

  function take(word: string): ScanFault | null {
    if (!role) return "wrong_length";
    const property = role.element.properties[place];
    const value = readNumber(word);
    if (!Number.isFinite(value)) return "not_a_number";
    const isCorners = place === role.corners;
    if (property?.countType && left === 0) {
      if (!Number.isInteger(value) || value < 0) return "not_a_scan";
      if (value > (isCorners ? MOST_CORNERS : MOST_ENTRIES)) return "too_many_corners";
      count = value;
      left = value;
      if (isCorners) cornerCount = value;
      return left === 0 ? nextProperty() : null;
    }
    if (property?.countType) {
      if (isCorners) indices[count - left] = value;
      left -= 1;
      return left === 0 ? nextProperty() : null;
    }
    const axis = role.xyz ? role.xyz.indexOf(place) : -1;
    if (axis >= 0) xyz[axis] = value;
    return nextProperty();
  }

  function nextProperty(): ScanFault | null {
    place += 1;
    if (!role || place < role.element.properties.length) return null;
    const { xyz: places, corners, element } = role;
    place = 0;
    record += 1;
    if (record === element.count) {
      record = 0;
      roleAt += 1;
      role = plyMesh.roles[roleAt];
    }
    if (places) return plyMesh.vertex(xyz[0] ?? NaN, xyz[1] ?? NaN, xyz[2] ?? NaN);
    return corners === null ? null : plyMesh.face(indices, cornerCount);
  }

  const words = createWords(take);
  return {
    encoding: "ascii",
    push: words.push,
    end: () => words.end() ?? (role ? "cut_short" : null),
  };
}
