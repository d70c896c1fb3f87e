import type { Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";
import type { UploadView } from "@/features/uploads/schema";

import type { ThreadMember } from "./thread-member";

/**
 * Hangs uploads on a message, in the order given. They are the author's own, of this patient, and on no other message;
 * else `attachment_unknown`, whatever the cause (S12).
 */
export async function attachUploads(
  tx: Tx,
  actor: ThreadMember,
  message: { readonly messageId: string; readonly patientId: string },
  uploadIds: readonly string[],
): Promise<Result<UploadView[], "attachment_unknown">> {
  const wanted = [...new Set(uploadIds.map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return ok([]);
  // Locked, so that the sweep of what nobody attached does not take it away meanwhile.
  const found = await tx.$queryRaw<(UploadView & { bytes: bigint })[]>`
    select u.id, u.kind, u.file_name as "fileName", u.bytes, u.width, u.height, true as viewable
    from tenant.upload u
    where u.practice_id = ${actor.practiceId}::uuid and u.id = any(${wanted}::uuid[])
      and u.state = 'stored' and u.kind in ('photo', 'pdf')
      and u.uploaded_by_person_id = ${actor.personId}::uuid and u.patient_id = ${message.patientId}::uuid
      and not exists (select 1 from tenant.message_attachment a
        where a.practice_id = u.practice_id and a.upload_id = u.id)
    for update of u`;
  if (found.length !== wanted.length) return refused("attachment_unknown");
  const ordered = found.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id));
  await tx.messageAttachment.createMany({
    data: ordered.map(({ id }, position) => ({
      practiceId: actor.practiceId,
      messageId: message.messageId,
      uploadId: id,
      position,
    })),
  });
  return ok(ordered.map((upload) => ({ ...upload, bytes: Number(upload.bytes) })));
}
