import { readAsciiPly } from "./ascii-ply";
import { readBinaryPly } from "./binary-ply";
import type { Mesh } from "./mesh";
import { leastBodyBytes, readPlyHeader } from "./ply-header";
import { createPlyMesh } from "./ply-mesh";
import type { OnTriangle, ScanFault, ScanPart } from "./scan-facts";

const longestHeader = 65_536;
const newLine = 10;

/** Reads a PLY: the lines of its header, then the body they announce. */
export function readPly(mesh: Mesh, byteCount: number, onTriangle?: OnTriangle): ScanPart {
  const lines: string[] = [];
  let line = "";
  let headerBytes = 0;
  let body: ScanPart | null = null;

  function open(): ScanFault | null {
    const header = readPlyHeader(lines.slice(1));
    if (!header.ok) return header.reason;
    if (leastBodyBytes(header.value) > byteCount - headerBytes) return "cut_short";
    const plyMesh = createPlyMesh(mesh, header.value, onTriangle);
    if (!plyMesh) return "not_a_scan";
    const { encoding } = header.value;
    body =
      encoding === "ascii" ? readAsciiPly(plyMesh) : readBinaryPly(plyMesh, encoding === "little");
    return null;
  }

  return {
    get encoding() {
      return body?.encoding ?? "ascii";
    },
    push(bytes) {
      for (let at = 0; at < bytes.length && !body; at += 1) {
        headerBytes += 1;
        if (headerBytes > longestHeader) return "not_a_scan";
        const code = bytes[at] ?? 0;
        if (code !== newLine) {
          line += String.fromCharCode(code);
          continue;
        }
        const whole = line.trimEnd();
        line = "";
        if (lines.length === 0 && whole !== "ply") return "not_a_scan";
        if (whole !== "end_header") {
          lines.push(whole);
          continue;
        }
        const fault = open();
        if (fault) return fault;
        return body ? (body as ScanPart).push(bytes.subarray(at + 1)) : null;
      }
      if (!body && lines.length === 0 && line.length >= 4 && line.trimEnd() !== "ply") {
        return "not_a_scan";
      }
      return body ? body.push(bytes) : null;
    },
    end: () => (body ? body.end() : "not_a_scan"),
  };
}
