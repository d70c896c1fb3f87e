import { inPractice } from "@/db/transaction";
import { LEASE_SECONDS } from "@/domain/notifications/delivery-tries";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";

const mostPerSweep = 500;
const followedDays = 3;

/**
 * Wakes what is due in our own rows, practice by practice: new tries, lapsed leases, texts to ask the provider about.
 * The queue may have lost a job, or the clock may have moved; nothing waits for either (S17). Answers how many.
 */
export async function sweepDeliveries(services: Pick<Services, "db">): Promise<number> {
  let woken = 0;
  for (const practiceId of await allPracticeIds(services)) {
    woken += await inPractice(services.db, practiceId, async (tx) => {
      const due = await tx.$executeRaw`
        select jobs.enqueue('deliver', json_build_object('practiceId', practice_id, 'deliveryId', id))
        from tenant.delivery
        where practice_id = ${practiceId}::uuid and state in ('queued', 'sending', 'unknown')
          and next_try_at <= app_now()
          and (lease_until_at is null or lease_until_at <= app_now()
            or lease_until_at > app_now() + make_interval(secs => ${LEASE_SECONDS}))
        order by next_try_at limit ${mostPerSweep}`;
      const followed = await tx.$executeRaw`
        select jobs.enqueue('follow_text', json_build_object('practiceId', practice_id, 'deliveryId', id))
        from tenant.delivery
        where practice_id = ${practiceId}::uuid and state in ('sent', 'delivered', 'undelivered')
          and next_try_at between app_now() - make_interval(days => ${followedDays}) and app_now()
          and kind = 'sms' and provider_id is not null and price_micros is null
          and settled_at > app_now() - make_interval(days => ${followedDays})
        order by next_try_at limit ${mostPerSweep}`;
      return due + followed;
    });
  }
  return woken;
}
