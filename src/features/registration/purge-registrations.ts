import { identityOf } from "@/db/identity";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";

/** S2: removes registrations 24 hours after their start, finished or not, with their codes. Answers how many. */
export async function purgeRegistrations(
  services: Pick<Services, "db" | "now">,
): Promise<{ purged: number }> {
  const now = fromInstant(services.now);
  const purged = await identityOf(services.db).$executeRaw`
    with gone as (delete from identity.registration where expires_at <= ${now} returning id),
    codes as (delete from identity.one_time_code where purpose = 'registration'
      and challenge_id in (select id from gone)),
    tokens as (delete from identity.token where purpose = 'registration_email' and expires_at <= ${now})
    select from gone`;
  return { purged };
}
