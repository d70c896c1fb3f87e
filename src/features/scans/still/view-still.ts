import { type Read, readInPractice } from "@/db/read";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { noteView } from "@/features/audit/note-view";
import { previewKey } from "@/features/uploads/storage-keys";
import { type ServedFile, streamOf } from "@/features/uploads/view-upload";
import type { Services } from "@/server/services";

/** Seen by who uploaded the scan and, once it hangs on a case, by every orthodontist of the practice (R41, R52). $1
 * practice, $2 upload, $3 reader. */
const visible: Read = {
  name: "visible-still",
  text: `
    select u.storage_key as "storageKey", u.patient_id as "patientId"
    from tenant.upload u
    join tenant.scan_still s on s.practice_id = u.practice_id and s.upload_id = u.id and s.made_at is not null
    where u.practice_id = $1 and u.id = $2 and u.state = 'stored' and u.kind = 'scan'
      and (u.uploaded_by_person_id = $3 or exists (select from tenant.case_file f
        where f.practice_id = u.practice_id and f.upload_id = u.id))`,
};

/**
 * The still picture of a scan, for an orthodontist (R41). That they looked is noted as for the scan itself (R53).
 * Refusal: `not_found`, for another's as for one not drawn yet.
 */
export async function viewStill(
  services: Services,
  actor: ClinicActor,
  { id }: { readonly id: string },
): Promise<Result<ServedFile, "not_found">> {
  const [row] = await readInPractice<{ storageKey: string; patientId: string | null }>(
    services.db,
    actor.practiceId,
    visible,
    [actor.practiceId, id, actor.personId],
  );
  if (!row) return refused("not_found");
  const file = await services.files.get(previewKey(row.storageKey));
  if (!file.ok) return refused("not_found");
  if (row.patientId !== null)
    await noteView(services, actor, {
      action: "upload.viewed",
      objectKind: "upload",
      objectId: id,
      patientId: row.patientId,
    });
  return ok({
    content: streamOf(file.value.content),
    bytes: file.value.bytes,
    contentType: "image/webp",
    // No name of the file as it came: people name scans after patients.
    fileName: "scan.webp",
  });
}
