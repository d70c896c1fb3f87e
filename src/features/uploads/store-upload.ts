import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { createHashQueue } from "@/security/hash-queue";
import type { Services } from "@/server/services";
import { type Claimed, type NameRefusal, readClaim } from "./accepted-types";
import { checkContent } from "./check-content";
import { type PhotoRefusal, type Reencoded, reencodePhoto } from "./reencode-photo";
import { reserveUpload } from "./reserve-upload";
import type { UploadView } from "./schema";
import { previewKey } from "./storage-keys";

export type StoreUploadRefusal =
  | NameRefusal
  | PhotoRefusal
  | "patient_required"
  | "not_found"
  | "view_only"
  | "quota_reached"
  | "file_too_large"
  | "incomplete"
  | "content_differs"
  | "busy";

/** 40 megapixels are 160 MB unpacked: two photos at once, some waiting, the rest come back later. */
const photosAtOnce = createHashQueue(2, 20, 5);

/**
 * Takes one file for a thread of one patient (R38, S15): streamed to the store, measured, checked by its bytes, photos
 * made anew. Whatever refuses or breaks leaves neither row nor file. Nobody but the uploader sees it until it hangs on a
 * message. The headers: `content-type`, `x-file-name` (percent-encoded), and if wished `x-sha256` (hex).
 */
export async function storeUpload(
  services: Services,
  actor: PatientActor | ClinicActor,
  input: { readonly patientId?: string | undefined },
  request: Request,
): Promise<Result<UploadView, StoreUploadRefusal>> {
  const patientId = actor.kind === "patient" ? actor.patientId : input.patientId;
  if (patientId === undefined) return refused("patient_required");
  const { headers } = request;
  const claim = readClaim(headers.get("content-type"), headers.get("x-file-name"));
  if (!claim.ok) return claim;
  const length = headers.get("content-length") ?? "";
  const declared = /^\d+$/.test(length) ? Number(length) : claim.value.limitBytes;
  if (declared > claim.value.limitBytes) return refused("file_too_large");
  const reserved = await reserveUpload(services, actor, patientId, {
    ...claim.value,
    bytes: declared,
  });
  if (!reserved.ok) return reserved;
  const { uploadId } = reserved.value;
  let result: Result<UploadView, StoreUploadRefusal> = refused("incomplete");
  try {
    result = await receive(services, actor, { uploadId, patientId, claimed: claim.value, request });
    return result;
  } finally {
    if (!result.ok) await discard(services, actor.practiceId, uploadId);
  }
}

interface Incoming {
  readonly uploadId: string;
  readonly patientId: string;
  readonly claimed: Claimed;
  readonly request: Request;
}

async function receive(
  services: Services,
  actor: PatientActor | ClinicActor,
  { uploadId, patientId, claimed, request }: Incoming,
): Promise<Result<UploadView, StoreUploadRefusal>> {
  const { files } = services;
  const isPhoto = claimed.kind === "photo";
  // A document stays as it came; a photo's own bytes are thrown away once it is made anew.
  const rawId = isPhoto ? services.random.uuid() : uploadId;
  try {
    const content = request.body ?? new Blob([]).stream();
    const put = await files.put({ id: rawId, content, limitBytes: claimed.limitBytes });
    if (!put.ok) return refused(put.reason === "too-large" ? "file_too_large" : "incomplete");
    if (!isWhole(request.headers, put.value)) return refused("incomplete");
    const checked = await checkContent(files, rawId, claimed.type);
    if (!checked.ok) return checked;
    if (!isPhoto) return settle(services, actor, { uploadId, patientId, claimed }, put.value, null);
    const places = { rawId, id: uploadId, previewId: previewKey(uploadId) };
    const queued = await photosAtOnce.run(() => reencodePhoto(files, claimed.type, places));
    if (!queued.ok) return queued;
    if (!queued.value.ok) return queued.value;
    const photo = queued.value.value;
    return settle(services, actor, { uploadId, patientId, claimed }, photo.stored, photo);
  } finally {
    if (isPhoto) await files.delete(rawId);
  }
}

/** S15: byte count and SHA-256 as announced. A body that a proxy cut short still ends without an error. */
function isWhole(headers: Headers, { bytes, sha256 }: { bytes: number; sha256: string }): boolean {
  const length = headers.get("content-length");
  const digest = headers.get("x-sha256");
  if (bytes === 0 || (length !== null && Number(length) !== bytes)) return false;
  return digest === null || digest.toLowerCase() === sha256;
}

async function settle(
  services: Services,
  actor: PatientActor | ClinicActor,
  { uploadId, patientId, claimed }: Omit<Incoming, "request">,
  stored: { readonly bytes: number; readonly sha256: string },
  size: Pick<Reencoded, "width" | "height"> | null,
): Promise<Result<UploadView, never>> {
  const { practiceId } = actor;
  const width = size?.width ?? null;
  const height = size?.height ?? null;
  await inPractice(services.db, practiceId, async (tx) => {
    await tx.upload.update({
      where: { practiceId_id: { practiceId, id: uploadId } },
      data: {
        state: "stored",
        bytes: BigInt(stored.bytes),
        sha256: Buffer.from(stored.sha256, "hex"),
        width,
        height,
      },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "upload.stored",
      practiceId,
      objectKind: "upload",
      objectId: uploadId,
      patientId,
      detail: { kind: claimed.kind, bytes: stored.bytes },
    });
  });
  const { kind, fileName } = claimed;
  return ok({ id: uploadId, kind, fileName, bytes: stored.bytes, width, height, viewable: true });
}

async function discard(services: Services, practiceId: string, uploadId: string): Promise<void> {
  await Promise.all([
    services.files.delete(uploadId),
    services.files.delete(previewKey(uploadId)),
    inPractice(services.db, practiceId, (tx) =>
      tx.upload.deleteMany({ where: { practiceId, id: uploadId } }),
    ),
  ]);
}
