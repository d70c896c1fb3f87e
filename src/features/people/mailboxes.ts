import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";

/** A proven address and the language of whoever reads there. */
export interface Mailbox {
  readonly address: string;
  readonly language: string;
  readonly personId: string;
}

/**
 * Where mail about a patient goes: to the patient's own login, and to `actingLoginId` (a guardian who just did it).
 * Only verified addresses of active logins; nobody twice.
 */
export async function mailboxesAbout(
  tx: Tx,
  who: {
    readonly practiceId: string;
    readonly patientId: string;
    readonly actingLoginId?: string;
  },
): Promise<Mailbox[]> {
  return identityIn(tx).$queryRaw<Mailbox[]>`
    select distinct on (l.email_folded) l.email as address, p.language, p.id as "personId"
    from identity.login l join identity.person p on p.id = l.person_id
    where l.status = 'active' and l.email is not null and l.email_verified_at is not null
      and (l.id = ${who.actingLoginId ?? null}::uuid
        or l.id = (select t.login_id from tenant.patient t
          where t.practice_id = ${who.practiceId}::uuid and t.id = ${who.patientId}::uuid))
    order by l.email_folded, l.id`;
}
