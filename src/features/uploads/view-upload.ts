import type { Readable } from "node:stream";
import { type Read, readInPractice } from "@/db/read";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { noteView } from "@/features/audit/note-view";
import type { Services } from "@/server/services";
import { previewKey } from "./storage-keys";

/** Seen by who uploaded it, once it hangs on a message by who may see that thread, and in a case by orthodontists. Staff
 * see no photos and scans (R52). $1 practice, $2 upload, $3 reader, $4 their patient, $5 whether staff. */
const visible: Read = {
  name: "visible-upload",
  text: `
    select u.kind, u.file_name as "fileName", u.content_type as "contentType", u.storage_key as "storageKey",
      u.patient_id as "patientId"
    from tenant.upload u
    where u.practice_id = $1 and u.id = $2 and u.state = 'stored'
      and ($4::uuid is null or u.patient_id = $4)
      and (u.uploaded_by_person_id = $3
        or (not ($5::boolean and u.kind <> 'pdf') and exists (
          select 1 from tenant.message_attachment a
          join tenant.message m on m.practice_id = a.practice_id and m.id = a.message_id
          join tenant.thread t on t.practice_id = m.practice_id and t.id = m.thread_id
          where a.practice_id = u.practice_id and a.upload_id = u.id
            and ($4::uuid is null or t.patient_id = $4) and (not $5 or t.with_staff)))
        or (not $5::boolean and exists (
          select 1 from tenant.check_in_photo f
          join tenant.check_in c on c.practice_id = f.practice_id and c.id = f.check_in_id
          where f.practice_id = u.practice_id and f.upload_id = u.id
            and case when $4::uuid is null then c.submitted_at is not null else c.patient_id = $4 end))
        or (not $5::boolean and $4::uuid is null and exists (
          select 1 from tenant.case_file k
          where k.practice_id = u.practice_id and k.upload_id = u.id)))`,
};

interface Row {
  readonly kind: "photo" | "pdf" | "scan";
  readonly fileName: string;
  readonly contentType: string;
  readonly storageKey: string;
  readonly patientId: string | null;
}

export interface ServedFile {
  readonly content: ReadableStream<Uint8Array>;
  readonly bytes: number;
  readonly contentType: string;
  readonly fileName: string;
}

/**
 * A file as somebody may see it (S15). `preview` gives a photo's small picture. That somebody of the practice looked is
 * noted (R53). Refusal: `not_found`, for another's as for a missing one.
 */
export async function viewUpload(
  services: Services,
  actor: PatientActor | ClinicActor,
  { id, size }: { readonly id: string; readonly size?: "preview" | undefined },
): Promise<Result<ServedFile, "not_found">> {
  const values = [
    actor.practiceId,
    id,
    actor.personId,
    actor.kind === "patient" ? actor.patientId : null,
    actor.kind === "clinic" && actor.role !== "orthodontist",
  ];
  const [row] = await readInPractice<Row>(services.db, actor.practiceId, visible, values);
  if (!row) return refused("not_found");
  const isPreview = size === "preview";
  if (isPreview && row.kind !== "photo") return refused("not_found");
  const preview = isPreview ? await services.files.get(previewKey(row.storageKey)) : null;
  // Photos that came another way have no preview; then the photo itself is one.
  const file = preview?.ok ? preview : await services.files.get(row.storageKey);
  if (!file.ok) return refused("not_found");
  if (actor.kind === "clinic" && row.patientId !== null)
    await noteView(services, actor, {
      action: "upload.viewed",
      objectKind: "upload",
      objectId: id,
      patientId: row.patientId,
    });
  return ok({
    content: streamOf(file.value.content),
    bytes: file.value.bytes,
    contentType: preview?.ok ? "image/webp" : row.contentType,
    fileName: preview?.ok ? row.fileName.replace(/\.[^.]+$/, ".webp") : row.fileName,
  });
}

/** A file as an answer carries it. */
export function streamOf(content: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    // A browser that goes away early is no error of ours.
    cancel() {
      content.destroy();
    },
  });
}

/** S15: as an attachment, never guessed, never run. An `<img>` shows it nevertheless. */
export function fileResponse(file: ServedFile): Response {
  const plain = file.fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(file.fileName).replace(/['()*]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return new Response(file.content, {
    headers: {
      "content-type": file.contentType,
      "content-length": String(file.bytes),
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cache-control": "no-store",
    },
  });
}
