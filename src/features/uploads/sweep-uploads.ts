import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import { pieceKeys } from "@/features/scans/upload/piece-keys";
import type { Services } from "@/server/services";
import { previewKey } from "./storage-keys";

/** What hangs on nothing after this long, and on no draft, is nobody's (S15). */
const keptMinutes = 60;
/** Rows removed this recently have their files deleted again: the process may have ended in between. */
const deletedAgainHours = 24;
const atOnce = 500;

/**
 * Removes uploads of one practice that never came to an end or were never used, rows first and files after. Answers how
 * many rows it removed.
 */
export async function sweepUploads(services: Services, practiceId: string): Promise<number> {
  const { now } = services;
  const before = fromInstant(now.subtract({ minutes: keptMinutes }));
  const since = fromInstant(now.subtract({ hours: deletedAgainHours }));
  const { removed, keys, pieces } = await inPractice(services.db, practiceId, async (tx) => {
    const swept = await tx.$queryRaw<{ id: string }[]>`
      update tenant.upload set state = 'removed', removed_at = app_now()
      where practice_id = ${practiceId}::uuid and id in (
        select u.id from tenant.upload u
        where u.practice_id = ${practiceId}::uuid and u.state in ('receiving', 'stored') and u.created_at < ${before}
          and u.kind in ('photo', 'pdf')
          and not exists (select 1 from tenant.message_attachment x where x.practice_id = u.practice_id and x.upload_id = u.id)
          and not exists (select 1 from tenant.check_in_photo x where x.practice_id = u.practice_id and x.upload_id = u.id)
          and not exists (select 1 from tenant.aligner_problem x where x.practice_id = u.practice_id and x.upload_id = u.id)
          and not exists (select 1 from tenant.case_file x where x.practice_id = u.practice_id and x.upload_id = u.id)
          and u.id <> all(array(select unnest(d.upload_ids) from tenant.message_draft d where d.practice_id = ${practiceId}::uuid))
        limit ${atOnce} for update of u skip locked)
      returning id`;
    const scans = await tx.$queryRaw<{ id: string }[]>`
      update tenant.upload set state = 'removed', removed_at = app_now()
      where practice_id = ${practiceId}::uuid and id in (
        select u.id from tenant.upload u
        where u.practice_id = ${practiceId}::uuid and u.state = 'receiving' and u.kind = 'scan' and u.created_at < ${before}
          and not exists (select 1 from tenant.scan_upload x
            where x.practice_id = u.practice_id and x.upload_id = u.id and x.touched_at >= ${before})
        limit ${atOnce} for update of u skip locked)
      returning id`;
    // What a process that ended left of scans that are whole, or gone.
    const done = await tx.$queryRaw<{ id: string; bytes: bigint }[]>`
      delete from tenant.scan_upload x using tenant.upload u
      where x.practice_id = ${practiceId}::uuid and u.practice_id = x.practice_id and u.id = x.upload_id
        and (u.state = 'removed' or (u.state = 'stored' and x.touched_at < ${before}))
      returning u.id, x.byte_count as bytes`;
    const gone = await tx.upload.findMany({
      where: { practiceId, state: "removed", removedAt: { gt: since } },
      select: { storageKey: true, kind: true, bytes: true },
    });
    const pieces = [
      ...done.map(({ id, bytes }) => pieceKeys(id, Number(bytes))),
      ...gone
        .filter(({ kind }) => kind === "scan")
        .map(({ storageKey, bytes }) => pieceKeys(storageKey, Number(bytes))),
    ].flat();
    const keys = gone.map(({ storageKey }) => storageKey);
    return { removed: swept.length + scans.length, keys, pieces };
  });
  for (const piece of pieces) await services.files.delete(piece);
  for (const key of keys) {
    await services.files.delete(key);
    await services.files.delete(previewKey(key));
  }
  return removed;
}

/** The same for every practice, and the beginnings of files that a killed process left behind. */
export async function sweepAllUploads(services: Services): Promise<number> {
  let removed = await services.files.discardAbandoned(keptMinutes);
  for (const practiceId of await allPracticeIds(services))
    removed += await sweepUploads(services, practiceId);
  return removed;
}
