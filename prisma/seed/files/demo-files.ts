import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { diskFiles } from "@/adapters/files/disk";
import type { Making } from "../making";
import { at } from "../making";
import type { DemoMouth } from "./draw-mouths";

/** Bytes that demo uploads are made of. */
export interface DemoFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What all uploads of the demo share: a few drawn photos and two scans. */
export interface DemoFiles {
  readonly photos: readonly DemoFile[];
  /** The drawn sets of photo check-ins. */
  readonly mouths: readonly DemoMouth[];
  readonly upperScan: DemoFile;
  readonly lowerScan: DemoFile;
}

export interface StoredUpload {
  readonly id: string;
  readonly file: DemoFile;
}

export function demoFile(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  size?: { readonly width: number; readonly height: number },
): DemoFile {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, contentType, width: size?.width ?? null, height: size?.height ?? null, sha256 };
}

/** A stored upload's row; the bytes go to the place of its id once all rows are written. */
export function addUpload(
  making: Making,
  file: DemoFile,
  upload: {
    readonly patientId: string;
    readonly byPersonId: string;
    readonly fileName: string;
    readonly kind: "photo" | "scan";
    readonly createdAt: Temporal.Instant;
  },
): string {
  const { rows, practiceId, chance, uploads } = making;
  const id = chance.id(upload.createdAt);
  rows.add("tenant.upload", {
    practiceId,
    id,
    patientId: upload.patientId,
    uploadedByPersonId: upload.byPersonId,
    kind: upload.kind,
    state: "stored",
    fileName: upload.fileName,
    contentType: file.contentType,
    bytes: BigInt(file.bytes.length),
    sha256: new Uint8Array(Buffer.from(file.sha256, "hex")),
    width: file.width,
    height: file.height,
    storageKey: id,
    createdAt: at(upload.createdAt),
  });
  uploads.push({ id, file });
  return id;
}

/** Puts the bytes where the application looks for them; those of a seed that failed may be there already. */
export async function storeUploads(root: string, uploads: readonly StoredUpload[]): Promise<void> {
  const files = diskFiles({ root });
  await Promise.all(
    uploads.map(async ({ id, file }) => {
      const content = (async function* () {
        yield file.bytes;
      })();
      const stored = await files.put({ id, content, limitBytes: file.bytes.length });
      if (!stored.ok && stored.reason !== "taken") throw new Error("A demo file was not stored.");
    }),
  );
}
