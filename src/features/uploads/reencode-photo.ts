import type { Readable } from "node:stream";
import sharp, { type Sharp } from "sharp";
import { ok, type Result, refused } from "@/domain/result";
import type { FilesPort, StoredFile } from "@/ports/files";
import { type AcceptedType, MAX_PIXELS } from "./accepted-types";

/** The longer side of a preview, in pixels: sharp on a phone's screen at the size it is shown. */
const previewPixels = 720;
/** A re-encoded photo may grow, a lossless one most. */
const storedLimitBytes = 60_000_000;

export interface Reencoded {
  readonly stored: StoredFile;
  readonly width: number;
  readonly height: number;
}

export type PhotoRefusal = "too_many_pixels" | "unreadable";

interface Places {
  readonly rawId: string;
  readonly id: string;
  readonly previewId: string;
}

/**
 * Makes a photo anew from its pixels, upright and without metadata (place, camera, time), and a preview beside it (S15).
 * Refusals: `too_many_pixels` from the header alone, before anything is unpacked; `unreadable`.
 */
export async function reencodePhoto(
  files: FilesPort,
  type: AcceptedType,
  { rawId, id, previewId }: Places,
): Promise<Result<Reencoded, PhotoRefusal>> {
  const size = await sizeOf(await contentOf(files, rawId));
  if (!size.ok) return size;
  const photo = await written(files, rawId, id, (image) => encoded(image, type));
  if (!photo.ok) return refused("unreadable");
  const preview = await written(files, rawId, previewId, (image) =>
    image
      .resize(previewPixels, previewPixels, { fit: "inside", withoutEnlargement: true })
      .webp({ quality: 76 }),
  );
  return preview.ok ? ok({ stored: photo.value, ...size.value }) : refused("unreadable");
}

async function sizeOf(
  content: Readable,
): Promise<Result<{ width: number; height: number }, PhotoRefusal>> {
  const reader = sharp();
  content.on("error", (error) => reader.destroy(error)).pipe(reader);
  try {
    const { width, height, autoOrient } = await reader.metadata();
    if (width * height > MAX_PIXELS) return refused("too_many_pixels");
    return ok({ width: autoOrient.width, height: autoOrient.height });
  } catch {
    return refused("unreadable");
  }
}

async function written(
  files: FilesPort,
  rawId: string,
  id: string,
  shape: (image: Sharp) => Sharp,
): Promise<Result<StoredFile, "unreadable">> {
  const image = shape(sharp({ limitInputPixels: MAX_PIXELS, failOn: "error" }).autoOrient());
  const content = await contentOf(files, rawId);
  content.on("error", (error) => image.destroy(error)).pipe(image);
  const put = await files.put({ id, content: image, limitBytes: storedLimitBytes });
  return put.ok ? put : refused("unreadable");
}

async function contentOf(files: FilesPort, id: string): Promise<Readable> {
  const found = await files.get(id);
  if (!found.ok) throw new Error("the file that was just stored is missing");
  return found.value.content;
}

function encoded(image: Sharp, type: AcceptedType): Sharp {
  if (type === "image/png") return image.png({ compressionLevel: 8 });
  if (type === "image/webp") return image.webp({ quality: 88 });
  return image.jpeg({ quality: 88, mozjpeg: true });
}
