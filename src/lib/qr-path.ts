import { encode } from "uqr";

export interface QrPath {
  /** Modules along one side, the quiet zone included. */
  readonly size: number;
  /** For the `d` of one SVG path: a square of 1 for every dark module. */
  readonly path: string;
}

/** A QR picture as one path, so that a page draws it without a style or an address of its own. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size, path: squares.join("") };
}
