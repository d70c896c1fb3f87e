import { inPractice } from "@/db/transaction";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import type { Services } from "@/server/services";
import { threadNews } from "../live/tell-threads";

const AT_ONCE = 200;

/**
 * Tells open pages of snoozed threads whose time has come (R40), once with any number of workers. The lists take a thread
 * back by time alone: a worker that rests makes nobody's thread late, only pages that are looked at.
 */
export function wakeThreads(services: Services): Promise<number> {
  return inEveryPractice(services, async (_, { id }) => {
    let woken = 0;
    for (let batch = AT_ONCE; batch === AT_ONCE; woken += batch)
      batch = await inPractice(services.db, id, async (tx) => {
        const rows = await tx.$queryRaw<unknown[]>`
          with due as (
            select d.id from tenant.thread d
            where d.practice_id = ${id}::uuid and d.snoozed_until_at <= app_now()
            limit ${AT_ONCE} for update skip locked
          )
          update tenant.thread t set snoozed_until_at = null from due
          where t.practice_id = ${id}::uuid and t.id = due.id
          returning ${threadNews("state", "t")} as told`;
        return rows.length;
      });
    return woken;
  });
}
