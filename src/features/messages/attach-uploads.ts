import type { PlainTx } from "@/db/plain-transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { UploadView } from "@/features/uploads/schema";
import type { ThreadMember } from "./thread-member";
import { unsentUploads } from "./unsent-uploads";

/**
 * Hangs uploads on a message, in the order given. They are the author's own, of this patient, and on no other message;
 * else `attachment_unknown`, whatever the cause (S12).
 */
export async function attachUploads(
  tx: PlainTx,
  { practiceId, personId }: ThreadMember,
  { messageId, patientId }: { readonly messageId: string; readonly patientId: string },
  uploadIds: readonly string[],
): Promise<Result<UploadView[], "attachment_unknown">> {
  const wanted = new Set(uploadIds.map((id) => id.toLowerCase()));
  const found = await unsentUploads(tx, { practiceId, personId, patientId }, uploadIds, true);
  if (found.length !== wanted.size) return refused("attachment_unknown");
  if (found.length > 0)
    await tx.$executeRaw`
      insert into tenant.message_attachment (practice_id, id, message_id, upload_id, position)
      select ${practiceId}::uuid, gen_random_uuid(), ${messageId}::uuid, u.id, u.place - 1
      from unnest(${found.map(({ id }) => id)}::uuid[]) with ordinality u (id, place)`;
  return ok(found);
}
