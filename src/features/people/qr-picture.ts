import { renderSVG } from "uqr";

/** A QR picture as a data address, for an `<img>`. */
export function qrPicture(text: string): string {
  const svg = renderSVG(text, { border: 2, pixelSize: 4 });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
