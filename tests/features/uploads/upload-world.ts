import sharp from "sharp";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { storeUpload } from "@/features/uploads/store-upload";
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
