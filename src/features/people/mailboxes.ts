import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";

/** A proven address and the language of whoever reads there. */
export interface Mailbox {
  readonly address: string;
  readonly language: string;
  readonly personId: string;
  /** Reads for somebody else: their links have to name the patient. */
  readonly isGuardian: boolean;
}

/**
 * Where mail about a patient goes: to the patient's own login, and to `actingLoginId` (a guardian who just did it) or,
 * where the practice did it, to every guardian (R10). Only verified addresses of active logins; nobody twice.
 */
export async function mailboxesAbout(
  tx: Tx,
  who: {
    readonly practiceId: string;
    readonly patientId: string;
    readonly actingLoginId?: string;
    readonly guardiansToo?: boolean;
  },
): Promise<Mailbox[]> {
  const { practiceId, patientId, actingLoginId = null, guardiansToo = false } = who;
  return identityIn(tx).$queryRaw<Mailbox[]>`
    select distinct on (l.email_folded) l.email as address, p.language, p.id as "personId",
      l.id is distinct from t.login_id as "isGuardian"
    from tenant.patient t
    join identity.login l on l.id = t.login_id or l.id = ${actingLoginId}::uuid
      or ${guardiansToo} and l.person_id in (select g.guardian_person_id from tenant.guardianship g
        join identity.practice r on r.id = g.practice_id
        where g.practice_id = t.practice_id and g.patient_id = t.id and g.ended_at is null
          and g.birth_date_confirmed_at is not null and g.from_on <= (app_now() at time zone r.zone)::date
          and (g.until_on is null or g.until_on > (app_now() at time zone r.zone)::date))
    join identity.person p on p.id = l.person_id
    where t.practice_id = ${practiceId}::uuid and t.id = ${patientId}::uuid
      and l.status = 'active' and l.email is not null and l.email_verified_at is not null
    order by l.email_folded, l.id is distinct from t.login_id, l.id is distinct from ${actingLoginId}::uuid, l.id`;
}
