import { createHash } from "node:crypto";
import { PIECE_BYTES } from "./schema";

/** The place of one piece, made from the scan's own, so that no column has to keep it. */
export function pieceKey(storageKey: string, piece: number): string {
  const hex = createHash("sha256").update(`piece:${piece}:${storageKey}`).digest("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}

/** Of all pieces that a scan of so many bytes has. */
export function pieceKeys(storageKey: string, byteCount: number): string[] {
  const count = Math.ceil(byteCount / PIECE_BYTES);
  return Array.from({ length: count }, (_, piece) => pieceKey(storageKey, piece));
}
