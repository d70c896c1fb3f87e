import { identityIn } from "@/db/identity";
import { inPractice } from "@/db/transaction";
import { allPracticeIds } from "@/features/practices/delivery-practice";
import type { Services } from "@/server/services";

/**
 * Removes devices whose session was logged out or ended for its owner, and those of logins that are disabled or gone
 * (S10). They count for nothing from that moment on; this runs well before the ended session is removed. Answers how many.
 */
export async function forgetDevices(services: Pick<Services, "db">): Promise<number> {
  let removed = 0;
  for (const practiceId of await allPracticeIds(services))
    removed += await inPractice(
      services.db,
      practiceId,
      (tx) => identityIn(tx).$executeRaw`
        delete from tenant.push_subscription s
        where s.practice_id = ${practiceId}::uuid and (
          exists (select from identity.session e where e.id = s.session_id
            and e.ended_by in ('logout', 'revoked', 'password_reset'))
          or not exists (select from identity.login l where l.id = s.login_id and l.status = 'active'))`,
    );
  return removed;
}
