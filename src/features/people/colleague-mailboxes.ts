import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";

/** Where somebody who works at the practice is mailed. */
export interface ColleagueMailbox {
  readonly personId: string;
  readonly address: string;
  readonly language: string;
  /** Their pages are the orthodontists', not the desk's. */
  readonly isOrthodontist: boolean;
}

/** The verified addresses of these people as far as they work at the practice now, one each. */
export function colleagueMailboxes(
  tx: Tx,
  practiceId: string,
  personIds: readonly string[],
): Promise<ColleagueMailbox[]> {
  return identityIn(tx).$queryRaw<ColleagueMailbox[]>`
    select distinct on (m.person_id) m.person_id as "personId", l.email as address, p.language,
      m.role = 'orthodontist' as "isOrthodontist"
    from tenant.membership m
    join identity.login l on l.id = m.login_id and l.status = 'active' and l.email_verified_at is not null
    join identity.person p on p.id = m.person_id
    where m.practice_id = ${practiceId}::uuid and m.ended_at is null
      and m.role in ('orthodontist', 'staff', 'admin') and m.person_id = any(${[...personIds]}::uuid[])
    order by m.person_id, m.role = 'orthodontist' desc, l.id`;
}
