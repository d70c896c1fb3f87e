import { ok, type Result, refused } from "../result";

const HEADER = 84;
const RECORD = 50;

/**
 * Reads the triangles of a binary STL as its bytes come by; other forms are refused. Of the shape of the reader that
 * checks uploads, whose place it holds until that one is there.
 */
export function readScan(
  format: "stl" | "ply",
  byteCount: number,
  onTriangle: (corners: Float32Array) => void,
): { push(bytes: Uint8Array): "unreadable" | null; end(): Result<null, "unreadable"> } {
  const record = new Uint8Array(RECORD);
  const view = new DataView(record.buffer);
  const corners = new Float32Array(9);
  const isWhole = format === "stl" && byteCount >= HEADER && (byteCount - HEADER) % RECORD === 0;
  let [seen, announced] = [0, 0];
  return {
    push(bytes) {
      if (!isWhole || seen + bytes.length > byteCount) return "unreadable";
      for (const byte of bytes) {
        if (seen >= 80 && seen < HEADER) announced += byte * 256 ** (seen - 80);
        if (seen >= HEADER) {
          const place = (seen - HEADER) % RECORD;
          record[place] = byte;
          if (place === RECORD - 1) {
            for (let i = 0; i < 9; i += 1) corners[i] = view.getFloat32(12 + i * 4, true);
            onTriangle(corners);
          }
        }
        seen += 1;
      }
      return null;
    },
    end: () =>
      isWhole && seen === byteCount && announced === (byteCount - HEADER) / RECORD
        ? ok(null)
        : refused("unreadable"),
  };
}
