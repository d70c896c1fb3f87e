import type { Mesh } from "./mesh";
import type { OnTriangle, ScanFault, ScanPart } from "./scan-facts";

/** 80 bytes of anything, then the number of triangles. */
export const STL_HEAD_BYTES = 84;
/** A normal, three corners, two bytes of anything. */
const triangleBytes = 50;
/** The normal is not read: programs leave nonsense in it, and the corners say it again. */
const normalBytes = 12;

/** How long a binary STL with this head must be, in bytes. */
export function binaryStlBytes(head: Uint8Array): number {
  const count = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(80, true);
  return STL_HEAD_BYTES + triangleBytes * count;
}

/** Reads the triangles behind the head. */
export function readBinaryStl(mesh: Mesh, onTriangle?: OnTriangle): ScanPart {
  const carry = new Uint8Array(triangleBytes);
  const carryView = new DataView(carry.buffer);
  const corners = new Float32Array(9);
  let held = 0;

  function take(view: DataView, at: number): ScanFault | null {
    for (let i = 0; i < 9; i += 1) {
      corners[i] = view.getFloat32(at + normalBytes + i * 4, true);
    }
    for (let i = 0; i < 9; i += 3) {
      const fault = mesh.point(corners[i] ?? NaN, corners[i + 1] ?? NaN, corners[i + 2] ?? NaN);
      if (fault) return fault;
    }
    mesh.triangles += 1;
    onTriangle?.(corners);
    return null;
  }

  return {
    encoding: "binary",
    push(bytes) {
      let at = 0;
      if (held > 0) {
        at = Math.min(triangleBytes - held, bytes.length);
        carry.set(bytes.subarray(0, at), held);
        held += at;
        if (held < triangleBytes) return null;
        held = 0;
        const fault = take(carryView, 0);
        if (fault) return fault;
      }
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (; at + triangleBytes <= bytes.length; at += triangleBytes) {
        const fault = take(view, at);
        if (fault) return fault;
      }
      held = bytes.length - at;
      carry.set(bytes.subarray(at));
      return null;
    },
    end: () => (held === 0 ? null : "cut_short"),
  };
}
