import { createHash } from "node:crypto";

/** The place of a photo's preview, made from the photo's own, so that no column has to keep it. */
export function previewKey(storageKey: string): string {
  const hex = createHash("sha256").update(`preview:${storageKey}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
