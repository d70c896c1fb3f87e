import type { PlainTx } from "@/db/plain-transaction";
import { sql, sqlText } from "@/db/sql";
import type { UploadView } from "@/features/uploads/schema";

interface Owner {
  readonly practiceId: string;
  readonly personId: string;
  readonly patientId: string;
}

/**
 * Those of these uploads that are the person's own, of this patient, and on no message yet, in the order given; all
 * others are left out, whatever the cause (S12). `locked`: the sweep of what nobody used does not take them meanwhile.
 */
export async function unsentUploads(
  tx: PlainTx,
  { practiceId, personId, patientId }: Owner,
  ids: readonly string[],
  locked = false,
): Promise<UploadView[]> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return [];
  const found = await tx.$queryRaw<(UploadView & { bytes: bigint | string })[]>(sql`
    select u.id, u.kind, u.file_name as "fileName", u.bytes, u.width, u.height, true as viewable
    from tenant.upload u
    where u.practice_id = ${practiceId}::uuid and u.id = any(${wanted}::uuid[])
      and u.state = 'stored' and u.kind in ('photo', 'pdf')
      and u.uploaded_by_person_id = ${personId}::uuid and u.patient_id = ${patientId}::uuid
      and not exists (select 1 from tenant.message_attachment a
        where a.practice_id = u.practice_id and a.upload_id = u.id)
    ${sqlText(locked ? "for update of u" : "")}`);
  return found
    .toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))
    .map((upload) => ({ ...upload, bytes: Number(upload.bytes) }));
}
