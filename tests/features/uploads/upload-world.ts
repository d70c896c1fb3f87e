import { readdir } from "node:fs/promises";
import sharp from "sharp";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { storeUpload } from "@/features/uploads/store-upload";
import { fileResponse, viewUpload } from "@/features/uploads/view-upload";
import type { World } from "../../support/world";

/** A small picture with a place and a camera in its metadata. */
export function photo(format: "jpeg" | "png" | "webp" = "jpeg"): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: "#3366aa" } })
    .withExif({ IFD0: { Make: "SecretCamera" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();
}

export const pdf = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

export const jpeg = async () => ({
  content: await photo(),
  type: "image/jpeg",
  name: "Zahn 7.jpg",
});
export const letter = { content: pdf, type: "application/pdf", name: "letter.pdf" };

interface Sent {
  readonly content: Uint8Array | ReadableStream<Uint8Array>;
  readonly type: string;
  readonly name: string;
  readonly headers?: Record<string, string>;
  readonly patientId?: string;
}

/** Uploads as the route does it. */
export async function upload(world: World, actor: PatientActor | ClinicActor, sent: Sent) {
  const headers = new Headers({
    "content-type": sent.type,
    "x-file-name": encodeURIComponent(sent.name),
    ...sent.headers,
  });
  const { content } = sent;
  const body = content instanceof ReadableStream ? content : new Uint8Array(content);
  const init = { method: "POST", headers, body, duplex: "half" };
  const request = new Request("http://localhost:3000/api/uploads", init);
  return storeUpload(await world.services(), actor, { patientId: sent.patientId }, request);
}

/** A file that was taken; a JPEG unless told otherwise. */
export async function stored(
  world: World,
  actor: PatientActor | ClinicActor,
  sent: Sent | Promise<Sent> = jpeg(),
) {
  const result = await upload(world, actor, await sent);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** What that actor is shown of a file, or null. */
export async function view(
  world: World,
  actor: PatientActor | ClinicActor,
  id: string,
  size?: "preview",
) {
  const found = await viewUpload(await world.services(), actor, { id, size });
  if (!found.ok) return null;
  const response = fileResponse(found.value);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Everything on the disk, and how many rows of a practice. */
export async function traces(world: World, practiceId: string) {
  const rows = await inPractice(world.db, practiceId, (tx) =>
    tx.upload.count({ where: { practiceId } }),
  );
  const files = await readdir(world.runtime.env.filesDir, { recursive: true }).catch(() => []);
  return { rows, files: files.filter((name) => /[0-9a-f-]{36}/.test(name)).toSorted() };
}
