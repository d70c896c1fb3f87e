import sharp from "sharp";
import { type DemoFile, demoFile } from "./demo-files";

const width = 1_200;
const height = 800;
const teeth = 8;

/** Drawings that stand for photos: nobody's teeth, in three lights, the gaps closing from one to the next. */
export function drawPhotos(): Promise<DemoFile[]> {
  return Promise.all(
    [
      { gap: 16, lip: "#c47a73", light: "#f6efe2" },
      { gap: 9, lip: "#b96d6a", light: "#f2ece0" },
      { gap: 4, lip: "#cf8a80", light: "#faf5ea" },
    ].map(async (look) => {
      const jpeg = await sharp(Buffer.from(drawing(look)))
        .jpeg({ quality: 80 })
        .toBuffer();
      return demoFile(new Uint8Array(jpeg), "image/jpeg", { width, height });
    }),
  );
}

function drawing(look: { gap: number; lip: string; light: string }): string {
  const row = (top: number, tall: number) =>
    Array.from({ length: teeth }, (_, i) => {
      const fromMiddle = Math.abs(i - (teeth - 1) / 2);
      const wide = 92 - fromMiddle * 7;
      const x = width / 2 + (i - teeth / 2) * (92 + look.gap) + (92 - wide) / 2;
      const y = top + fromMiddle * fromMiddle * 2;
      return `<rect x="${x}" y="${y}" width="${wide}" height="${tall}" rx="22" fill="${look.light}" stroke="#d8cdbb" stroke-width="3"/>`;
    }).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#e8c3b4"/>
    <ellipse cx="600" cy="400" rx="540" ry="260" fill="${look.lip}"/>
    <ellipse cx="600" cy="400" rx="490" ry="205" fill="#5a2328"/>
    ${row(250, 140)}${row(410, 115)}
  </svg>`;
}
