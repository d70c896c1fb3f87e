import { type PlyType, typeBytes } from "./ply-header";
import { MOST_CORNERS, MOST_ENTRIES, type PlyMesh, type PlyRole } from "./ply-mesh";
import type { ScanFault, ScanPart } from "./scan-facts";

/** Behind the header: the records of every element, one after another. */
export function readBinaryPly(plyMesh: PlyMesh, isLittle: boolean): ScanPart {
  const indices = new Float64Array(MOST_CORNERS);
  const xyz = new Float64Array(3);
  let carry = new Uint8Array(0);
  let at = 0;
  let role = plyMesh.roles[0];
  let roleAt = 0;
  let record = 0;
  let fault: ScanFault | null = null;

  /** Moves `at` behind one record, or answers false when it is not all there. */
  function take(view: DataView, { element, xyz: places, corners }: PlyRole): boolean {
    const end = view.byteLength;
    let to = at;
    let cornerCount = 0;
    for (let place = 0; place < element.properties.length; place += 1) {
      const property = element.properties[place];
      if (!property) continue;
      const bytes = typeBytes[property.type];
      if (property.countType === null) {
        if (to + bytes > end) return false;
        const axis = places ? places.indexOf(place) : -1;
        if (axis >= 0) xyz[axis] = numberAt(view, to, property.type, isLittle);
        to += bytes;
        continue;
      }
      if (to + typeBytes[property.countType] > end) return false;
      const count = numberAt(view, to, property.countType, isLittle);
      to += typeBytes[property.countType];
      const isCorners = place === corners;
      if (count < 0 || count > (isCorners ? MOST_CORNERS : MOST_ENTRIES)) {
        fault = count < 0 ? "not_a_scan" : "too_many_corners";
        return false;
      }
      if (to + count * bytes > end) return false;
      if (isCorners) {
        cornerCount = count;
        for (let i = 0; i < count; i += 1) {
          indices[i] = numberAt(view, to + i * bytes, property.type, isLittle);
        }
      }
      to += count * bytes;
    }
    at = to;
    if (places) fault = plyMesh.vertex(xyz[0] ?? NaN, xyz[1] ?? NaN, xyz[2] ?? NaN);
    else if (corners !== null) fault = plyMesh.face(indices, cornerCount);
    return fault === null;
  }

  return {
    encoding: "binary",
    push(bytes) {
      const all = carry.length === 0 ? bytes : joined(carry, bytes);
      const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
      at = 0;
      while (role && take(view, role)) {
        record += 1;
        if (record < role.element.count) continue;
        record = 0;
        roleAt += 1;
        role = plyMesh.roles[roleAt];
      }
      if (fault) return fault;
      if (!role && at < all.length) return "wrong_length";
      carry = all.slice(at);
      return null;
    },
    end: () => (role ? "cut_short" : null),
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function numberAt(view: DataView, at: number, type: PlyType, isLittle: boolean): number {
  switch (type) {
    case "float32":
      return view.getFloat32(at, isLittle);
    case "int32":
      return view.getInt32(at, isLittle);
    case "uint8":
      return view.getUint8(at);
    case "uint32":
      return view.getUint32(at, isLittle);
    case "float64":
      return view.getFloat64(at, isLittle);
    case "int16":
      return view.getInt16(at, isLittle);
    case "uint16":
      return view.getUint16(at, isLittle);
    case "int8":
      return view.getInt8(at);
  }
}
