import { readInPractice } from "@/db/read";
import { fromInstant } from "@/db/time";
import { ALERT_AT_FAILURES, STREAK_HOURS } from "@/domain/access/lockout";
import type { OpenSession } from "@/features/access/open-session";
import { onePerson } from "@/features/registration/failed/one-person";
import type { Services } from "@/server/services";

/** What is older helps nobody any more. */
export const UNDELIVERED_DAYS = 30;

const waiting = {
  name: "repairs-waiting",
  text: `select (
      (select count(distinct (cause, ${onePerson("f").sql}))
        from tenant.failed_registration f where practice_id = $1 and repaired_at is null)
      + (select count(*) from tenant.delivery where practice_id = $1 and state = 'undelivered' and attended_at is null and emptied_at is null
        and kind not in ('lab_case', 'push') and created_at > $2)
      + (select count(distinct l.login_id) from identity.lock_counter l
        join tenant.membership m on m.practice_id = $1 and m.login_id = l.login_id and m.ended_at is null
        where l.consecutive_failures >= $3 and l.last_failure_at > $4))::int as waiting`,
};

/** What waits on the repairs page: failed registrations, alerts of a hundred failures (S5), and what did not arrive. */
export async function repairCount(services: Services, actor: OpenSession): Promise<number> {
  const { now, db } = services;
  const [row] = await readInPractice<{ waiting: number }>(db, actor.practiceId, waiting, [
    actor.practiceId,
    fromInstant(now.subtract({ hours: 24 * UNDELIVERED_DAYS })),
    ALERT_AT_FAILURES,
    fromInstant(now.subtract({ hours: STREAK_HOURS })),
  ]);
  return row?.waiting ?? 0;
}
