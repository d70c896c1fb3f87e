import sharp from "sharp";
import { ok, type Result, refused } from "@/domain/result";
import { stillDrawing } from "@/domain/scan-pictures/draw-still";
import { findPose } from "@/domain/scan-pictures/find-pose";
import { surfaceSampler } from "@/domain/scan-pictures/sample-surface";
import { readScan } from "@/domain/scans/read-scan";
import type { FilesPort } from "@/ports/files";
import type { ClaimedStill } from "./claim-still";

export type DrawRefusal = "missing" | "unreadable" | "empty";

interface DrawnStill {
  readonly webp: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 720;
const HEIGHT = 540;
/** Drawn this much larger and made small again, so that edges are smooth. */
const FINER = 2;

/**
 * Draws a stored scan as WebP without a background. The file streams by twice, for its extent and for its picture; what
 * is kept does not grow with it.
 */
export async function drawScan(
  files: FilesPort,
  scan: Pick<ClaimedStill, "storageKey" | "format" | "bytes" | "arch">,
): Promise<Result<DrawnStill, DrawRefusal>> {
  const sampler = surfaceSampler();
  const measured = await eachTriangle(files, scan, sampler.add);
  if (!measured.ok) return measured;
  const sample = sampler.end();
  if (!sample) return refused("empty");
  const size = { width: WIDTH * FINER, height: HEIGHT * FINER };
  const drawing = stillDrawing(sample, findPose(sample, scan.arch), scan.arch, size);
  const drawn = await eachTriangle(files, scan, drawing.add);
  if (!drawn.ok) return drawn;
  const webp = await sharp(drawing.end(), { raw: { ...size, channels: 4 } })
    .resize(WIDTH, HEIGHT)
    .webp({ quality: 82 })
    .toBuffer();
  return ok({ webp, width: WIDTH, height: HEIGHT });
}

async function eachTriangle(
  files: FilesPort,
  { storageKey, format, bytes }: Pick<ClaimedStill, "storageKey" | "format" | "bytes">,
  take: (corners: Float32Array) => void,
): Promise<Result<null, "missing" | "unreadable">> {
  const file = await files.get(storageKey);
  if (!file.ok) return refused("missing");
  const reader = readScan(format, bytes, take);
  for await (const chunk of file.value.content) {
    // A refused file is not read to its end: leaving the loop closes it.
    if (reader.push(chunk) !== null) return refused("unreadable");
    await breathe();
  }
  return reader.end().ok ? ok(null) : refused("unreadable");
}

/** A quick disk would otherwise leave the worker's other chores no turn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
