import { createHash } from "node:crypto";
import { madeScan } from "../../../e2e/support/made-scan";
import { PIECE_BYTES } from "../../../src/features/scans/upload/schema";

export interface MadeFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly headSha256: string;
  readonly pieces: readonly { readonly content: Buffer; readonly sha256: string }[];
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A binary STL of an arch with about so many bytes, cut and summed as a browser would send it. */
export function madeFile(name: string, about: number): MadeFile {
  const { buffer: bytes } = madeScan(name, Math.floor((about - 84) / 50));
  const pieces = [];
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const content = bytes.subarray(from, from + PIECE_BYTES);
    pieces.push({ content, sha256: sha256(content) });
  }
  return { name, bytes, headSha256: sha256(bytes.subarray(0, 1_000_000)), pieces };
}
