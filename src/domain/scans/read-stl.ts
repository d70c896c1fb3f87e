import { readAsciiStl } from "./ascii-stl";
import { binaryStlBytes, readBinaryStl, STL_HEAD_BYTES } from "./binary-stl";
import type { Mesh } from "./mesh";
import type { OnTriangle, ScanFault, ScanPart } from "./scan-facts";

/** So many triangles fill 2 GB: a head that says so is no head. */
const mostBelievedBytes = 2_000_000_000;

/** Reads an STL; its length says whether it is binary, since the head of a binary one may begin with "solid" too. */
export function readStl(mesh: Mesh, byteCount: number, onTriangle?: OnTriangle): ScanPart {
  const head = new Uint8Array(Math.min(STL_HEAD_BYTES, byteCount));
  let held = 0;
  let body: ScanPart | null = null;

  function open(): ScanFault | null {
    const isWhole = head.length === STL_HEAD_BYTES;
    const bytes = isWhole ? binaryStlBytes(head) : 0;
    if (isWhole && bytes === byteCount) {
      body = readBinaryStl(mesh, onTriangle);
      return null;
    }
    if (isText(head)) {
      body = readAsciiStl(mesh, onTriangle);
      return body.push(head);
    }
    if (!isWhole || bytes > mostBelievedBytes) return "not_a_scan";
    return bytes > byteCount ? "cut_short" : "wrong_length";
  }

  return {
    get encoding() {
      return body?.encoding ?? "binary";
    },
    push(bytes) {
      if (body) return body.push(bytes);
      const taken = Math.min(head.length - held, bytes.length);
      head.set(bytes.subarray(0, taken), held);
      held += taken;
      if (held < head.length) return null;
      const fault = open();
      if (fault || !body) return fault;
      return (body as ScanPart).push(bytes.subarray(taken));
    },
    end: () => (body ? body.end() : "not_a_scan"),
  };
}

/** Begins with "solid" and holds no zeros, which fill the heads of binary files. */
function isText(head: Uint8Array): boolean {
  return /^\s*solid/i.test(new TextDecoder("latin1").decode(head)) && !head.includes(0);
}
