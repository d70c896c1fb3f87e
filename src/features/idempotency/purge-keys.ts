import { inBatches } from "@/db/in-batches";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";

/** Removes the answers kept for Idempotency-Keys once these have expired, practice by practice (S12, S16). Answers how many. */
export async function purgeKeys({ db, now }: Pick<Services, "db" | "now">): Promise<number> {
  const at = fromInstant(now);
  let removed = 0;
  for (const practiceId of await allPracticeIds({ db })) {
    removed += await inBatches((most) =>
      inPractice(
        db,
        practiceId,
        (tx) => tx.$executeRaw`
          delete from tenant.idempotency_key where practice_id = ${practiceId}::uuid
            and (person_id, key) in (select person_id, key from tenant.idempotency_key
              where practice_id = ${practiceId}::uuid and expires_at <= ${at} limit ${most} for update skip locked)`,
      ),
    );
  }
  return removed;
}
