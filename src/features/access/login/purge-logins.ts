import { identityOf } from "@/db/identity";
import { inBatches } from "@/db/in-batches";
import { fromInstant } from "@/db/time";
import { purgeLimits } from "@/security/rate-limits";
import type { Services } from "@/server/services";

/** As long as a code or a try counts (S3, S5), and as long as a page can say what became of a session. */
const countedHours = 24;
/** A link that is too old still says so for a week. */
const tokenDays = 7;
/** Browsers keep no cookie longer. */
const browserDays = 400;

/**
 * Removes what logins leave behind once it counts for nothing: codes, challenges, sessions, streaks of failures, links,
 * browsers and limits. The audit log tells what happened (S19). Answers how many rows went.
 */
export async function purgeLogins(services: Pick<Services, "db" | "now">): Promise<number> {
  const { now } = services;
  const identity = identityOf(services.db);
  const counted = fromInstant(now.subtract({ hours: countedHours }));
  const links = fromInstant(now.subtract({ hours: tokenDays * 24 }));
  const browsers = fromInstant(now.subtract({ hours: browserDays * 24 }));
  const purges: ((most: number) => Promise<number>)[] = [
    (most) => identity.$executeRaw`
      delete from identity.one_time_code where id in (select id from identity.one_time_code
        where sent_at <= ${counted} and expires_at <= ${counted} limit ${most} for update skip locked)`,
    (most) => identity.$executeRaw`
      delete from identity.login_challenge where id in (select id from identity.login_challenge
        where expires_at <= ${counted} limit ${most} for update skip locked)`,
    (most) => identity.$executeRaw`
      delete from identity.session where id in (select id from identity.session
        where least(expires_at, ended_at) <= ${counted} limit ${most} for update skip locked)`,
    (most) => identity.$executeRaw`
      delete from identity.lock_counter where key in (select key from identity.lock_counter
        where coalesce(last_failure_at, '-infinity') <= ${counted}
          and coalesce(locked_until_at, '-infinity') <= ${counted} limit ${most} for update skip locked)`,
    (most) => identity.$executeRaw`
      delete from identity.token where id in (select id from identity.token
        where expires_at <= ${links} limit ${most} for update skip locked)`,
    (most) => identity.$executeRaw`
      delete from identity.known_browser where id in (select id from identity.known_browser
        where last_used_at <= ${browsers} limit ${most} for update skip locked)`,
    (most) => purgeLimits(services.db.pool, now, most),
  ];
  let removed = 0;
  for (const purge of purges) removed += await inBatches(purge);
  return removed;
}
