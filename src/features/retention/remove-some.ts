import type { Tx } from "@/db/client";
import { sql } from "@/db/sql";
import type { RetentionKind, RetentionSetting } from "@/domain/retention/retention-rules";
import { beforeOf, dueIn, type Night } from "./due";

/** Removes up to `most` things of a kind in the caller's transaction; answers how many. */
export async function removeSome(
  tx: Tx,
  night: Night,
  setting: RetentionSetting,
  kind: RetentionKind,
  most: number,
): Promise<number> {
  const { practiceId } = night;
  if (kind === "records") return removeRecords(tx, night, setting, most);
  const some = sql`${dueIn(night, setting, kind)} limit ${most} for update of d skip locked`;
  if (kind === "drafts")
    return tx.$executeRaw`delete from tenant.message_draft
      where practice_id = ${practiceId}::uuid and id in (${some})`;
  if (kind === "failedRegistrations")
    return tx.$executeRaw`delete from tenant.failed_registration
      where practice_id = ${practiceId}::uuid and id in (${some})`;
  // Purpose, patient, segments and price stay: texts are counted by month (R51).
  return tx.$executeRaw`update tenant.delivery
    set recipient = null, content = '{"values": {}}', sealed_secret = null, message_id = null,
      provider_id = null, last_error = null, emptied_at = app_now()
    where practice_id = ${practiceId}::uuid and id in (${some})`;
}

/** The application may not delete a record itself; the function judges again what may go. */
async function removeRecords(
  tx: Tx,
  night: Night,
  setting: RetentionSetting,
  most: number,
): Promise<number> {
  const before = beforeOf(night, setting, "records");
  if (before === null) return 0;
  const [row] = await tx.$queryRaw<{ removed: number }[]>`
    select tenant.remove_old_records(${night.practiceId}::uuid, ${before}::timestamptz,
      ${night.on.toString()}::date, ${most}::int) as removed`;
  return row?.removed ?? 0;
}
