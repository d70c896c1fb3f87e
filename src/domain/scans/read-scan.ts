import { ok, type Result, refused } from "@/domain/result";
import { createMesh } from "./mesh";
import { readPly } from "./read-ply";
import { readStl } from "./read-stl";
import type { OnTriangle, ScanFacts, ScanFault, ScanFormat } from "./scan-facts";

export interface ScanReading {
  /** The next bytes, cut anywhere. Answers the first fault, and the same one ever after. */
  push(bytes: Uint8Array): ScanFault | null;
  end(): Result<ScanFacts, ScanFault>;
}

/**
 * Reads a scan of `byteCount` bytes piece by piece (S15): STL and PLY, binary or text. Memory stays small, unless
 * triangles of a PLY are wished for: then its points are kept. Refuses what is not finite and what is no jaw in size.
 */
export function readScan(
  format: ScanFormat,
  byteCount: number,
  onTriangle?: OnTriangle,
): ScanReading {
  const mesh = createMesh();
  const read = format === "stl" ? readStl : readPly;
  const part = read(mesh, byteCount, onTriangle);
  let fault: ScanFault | null = null;
  let received = 0;
  return {
    push(bytes) {
      received += bytes.length;
      if (fault) return fault;
      fault = received > byteCount ? "wrong_length" : part.push(bytes);
      return fault;
    },
    end() {
      fault ??= received < byteCount ? "cut_short" : (part.end() ?? mesh.end());
      if (fault) return refused(fault);
      const { triangles, vertices, lowest, highest } = mesh;
      const counted = vertices === null ? { triangles } : { triangles, vertices };
      return ok({ format, encoding: part.encoding, ...counted, lowest, highest });
    },
  };
}
