/** Brands of photos in the HEIF family (ISO/IEC 23008-12, AVIF 1.1): what phones call HEIC, and AVIF. */
const brands = new Set([
  ...["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"],
  ...["mif1", "mif2", "msf1", "miaf", "avif", "avis"],
]);

/** As much of a file as `isHeif` needs, in bytes. */
export const HEIF_HEAD_BYTES = 64;

/** Whether a file begins as a photo of the HEIF family, whatever it is called (S15). */
export function isHeif(head: Uint8Array): boolean {
  if (word(head, 4) !== "ftyp") return false;
  const end = Math.min(head.length, boxBytes(head));
  // The main brand, four bytes of its version, then those it is compatible with.
  const places = [8];
  for (let at = 16; at + 4 <= end; at += 4) places.push(at);
  return places.some((at) => brands.has(word(head, at)));
}

/** Whether its type or its name says so. */
export function isCalledHeif(type: string, fileName: string): boolean {
  return /^image\/(hei[cf]|avif)/i.test(type) || /\.(hei[cf]s?|hif|avif)$/i.test(fileName);
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function boxBytes(head: Uint8Array): number {
  if (head.length < 4) return 0;
  return new DataView(head.buffer, head.byteOffset, 4).getUint32(0);
}
