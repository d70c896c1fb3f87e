import { identityOf } from "@/db/identity";
import { inBatches } from "@/db/in-batches";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";

/**
 * S2: removes registrations 24 hours after their start, finished or not, with their codes. Their mailed links stay a
 * while to say what became of them, without the address. Answers how many registrations went.
 */
export function purgeRegistrations({ db, now }: Pick<Services, "db" | "now">): Promise<number> {
  const at = fromInstant(now);
  return inBatches(
    (most) => identityOf(db).$executeRaw`
      with gone as (delete from identity.registration where id in (select id from identity.registration
          where expires_at <= ${at} limit ${most} for update skip locked) returning id),
        codes as (delete from identity.one_time_code where purpose = 'registration'
          and challenge_id in (select id from gone)),
        links as (update identity.token set email = null where purpose = 'registration_email'
          and subject_id in (select id from gone))
      select from gone`,
  );
}
