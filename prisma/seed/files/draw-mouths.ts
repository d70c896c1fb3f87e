import sharp from "sharp";
import { CHECK_IN_VIEWS, type CheckInView } from "@/domain/check-ins/photo-set";
import { type DemoFile, demoFile } from "./demo-files";

/** A drawn photo of a check-in. */
export interface DemoMouth {
  readonly view: CheckInView;
  readonly withAligner: boolean;
  /** 0 is before treatment; the teeth stand straighter with every step. */
  readonly step: number;
  readonly file: DemoFile;
}

const width = 800;
const height = 600;
const steps = [0, 1, 2];

/** Drawings that stand for photos: nobody's teeth, crooked at first and straighter each time, from every side. */
export function drawMouths(): Promise<DemoMouth[]> {
  const wanted = steps.flatMap((step) => [
    ...CHECK_IN_VIEWS.map((view) => ({ view, withAligner: false, step })),
    { view: "front" as const, withAligner: true, step },
  ]);
  return Promise.all(
    wanted.map(async (mouth) => {
      const jpeg = await sharp(Buffer.from(drawing(mouth)))
        .jpeg({ quality: 78 })
        .toBuffer();
      const file = demoFile(new Uint8Array(jpeg), "image/jpeg", { width, height });
      return { ...mouth, file };
    }),
  );
}

type Drawn = Omit<DemoMouth, "file">;

function drawing(mouth: Drawn): string {
  const isArch = mouth.view === "upper" || mouth.view === "lower";
  const flip = mouth.view === "right" ? ` transform="translate(${width} 0) scale(-1 1)"` : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#e8c3b4"/><g${flip}>
    ${isArch ? archOf(mouth) : rowsOf(mouth)}</g>
  </svg>`;
}

/** How far a tooth stands off its place: the same tooth the same way, less with every step. */
function off(place: number, step: number, most: number): number {
  return Math.round(Math.sin(place * 2.7 + 0.6) * most * (1 - step * 0.45));
}

function tooth(x: number, y: number, wide: number, tall: number, turn: number): string {
  return `<rect x="${x - wide / 2}" y="${y - tall / 2}" width="${wide}" height="${tall}" rx="${wide * 0.28}" fill="#f6efe2" stroke="#cdbfa8" stroke-width="3" transform="rotate(${turn} ${x} ${y})"/>`;
}

function rowsOf({ view, step, withAligner }: Drawn): string {
  const isFront = view === "front";
  const teeth = isFront ? 8 : 7;
  const from = isFront ? 148 : 210;
  const row = (y: number, tall: number, kind: number) =>
    Array.from({ length: teeth }, (_, i) => {
      const curve = isFront ? (i - 3.5) ** 2 * (kind === 0 ? 2 : -2) : 0;
      return tooth(
        from + i * 72 + off(i + kind, step, 9),
        y + curve + off(i * 3 + kind, step, 16),
        64 - (isFront ? Math.abs(i - 3.5) * 3 : 0),
        tall - (isFront ? Math.abs(i - 3.5) * 6 : Math.abs(i - 2) * 5),
        off(i * 5 + kind, step, 13),
      );
    }).join("");
  const shine = withAligner
    ? `<g fill="#ffffff" fill-opacity="0.34" stroke="#ffffff" stroke-opacity="0.8" stroke-width="4"><rect x="96" y="150" width="610" height="140" rx="52"/><rect x="96" y="306" width="610" height="130" rx="52"/></g>`
    : "";
  const lips = isFront
    ? `<ellipse cx="400" cy="295" rx="372" ry="215" fill="#c47a73"/><ellipse cx="400" cy="295" rx="335" ry="172" fill="#5a2328"/>`
    : `<path d="M110 300C170 130 420 60 800 90V510C420 540 170 470 110 300Z" fill="#c47a73"/><path d="M160 300C215 170 440 118 800 140V460C440 484 215 430 160 300Z" fill="#5a2328"/>`;
  return `${lips}${row(222, 128, 0)}${row(368, 112, 4)}${shine}`;
}

function archOf({ view, step }: Drawn): string {
  const isUpper = view === "upper";
  const teeth = Array.from({ length: 14 }, (_, i) => {
    const angle = Math.PI * ((i + 0.5) / 14);
    const isBack = i < 4 || i > 9;
    const out = 1 + off(i, step, 9) / 100;
    const x = Math.round(400 - Math.cos(angle) * 215 * out);
    const y = Math.round((isUpper ? 500 : 100) - (isUpper ? 1 : -1) * Math.sin(angle) * 370 * out);
    const turn = (isUpper ? 1 : -1) * ((angle * 180) / Math.PI - 90) + off(i * 3, step, 16);
    return tooth(x, y, isBack ? 82 : 62, isBack ? 66 : 42, Math.round(turn));
  }).join("");
  return `<ellipse cx="400" cy="300" rx="350" ry="285" fill="#c47a73"/><ellipse cx="400" cy="300" rx="312" ry="250" fill="#a95d5d"/>${teeth}`;
}
