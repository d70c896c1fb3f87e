import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";

/** Where somebody can be told that a message waits, and what they chose (R39). */
export interface NoticeReach {
  /** Whom they are in the thread; decides where its page is. */
  readonly side: "patient" | "guardian" | "orthodontist" | "staff";
  readonly language: string;
  /** Verified, or null. */
  readonly email: string | null;
  readonly mobile: string | null;
  /** Browsers that show notices, by their subscriptions' ids. */
  readonly devices: readonly string[];
  readonly wantsMail: boolean;
  readonly wantsTexts: boolean;
  readonly wantsPush: boolean;
}

interface Subject {
  readonly practiceId: string;
  readonly personId: string;
  readonly patientId: string;
}

/**
 * How to reach somebody about a patient's thread, as things stand now; null when they have no part in it any more or no
 * active login. A guardian who works at the practice is a guardian here. `byDefault`, and a device
 * turned on, are for who never chose.
 */
export async function noticeReach(
  tx: Tx,
  { practiceId, personId, patientId }: Subject,
  byDefault: { readonly mail: boolean; readonly sms: boolean },
): Promise<NoticeReach | null> {
  const rows = await identityIn(tx).$queryRaw<NoticeReach[]>`
    with parts as (
      select 1 as rank, 'patient' as side, m.login_id, m.patient_id from tenant.membership m
      where m.practice_id = ${practiceId}::uuid and m.person_id = ${personId}::uuid and m.role = 'patient'
        and m.patient_id = ${patientId}::uuid and m.ended_at is null
      union all
      select 2, 'guardian', l.id, g.patient_id
      from tenant.guardianship g
      join identity.practice r on r.id = g.practice_id
      join identity.login l on l.person_id = g.guardian_person_id
      where g.practice_id = ${practiceId}::uuid and g.guardian_person_id = ${personId}::uuid
        and g.patient_id = ${patientId}::uuid and g.ended_at is null and g.birth_date_confirmed_at is not null
        and g.from_on <= (app_now() at time zone r.zone)::date
        and (g.until_on is null or g.until_on > (app_now() at time zone r.zone)::date)
      union all
      select 3, case when m.role = 'orthodontist' then 'orthodontist' else 'staff' end, m.login_id, null
      from tenant.membership m
      where m.practice_id = ${practiceId}::uuid and m.person_id = ${personId}::uuid
        and m.role in ('orthodontist', 'staff', 'admin') and m.ended_at is null
    )
    select w.side, p.language,
      case when l.email_verified_at is not null then l.email end as email,
      case when l.mobile_verified_at is not null then l.mobile end as mobile,
      d.devices,
      coalesce(c.mail, ${byDefault.mail}) as "wantsMail", coalesce(c.sms, ${byDefault.sms}) as "wantsTexts",
      coalesce(c.push, d.devices <> '{}') as "wantsPush"
    from parts w
    join identity.login l on l.id = w.login_id and l.status = 'active'
    join identity.person p on p.id = l.person_id
    cross join lateral (
      select coalesce(array_agg(s.id order by s.created_at), '{}') as devices from tenant.push_subscription s
      where s.practice_id = ${practiceId}::uuid and s.person_id = p.id and s.login_id = l.id
        and not exists (select from identity.session e where e.id = s.session_id
          and e.ended_by in ('logout', 'revoked', 'password_reset'))
    ) d
    left join tenant.notification_choice c on c.practice_id = ${practiceId}::uuid and c.person_id = p.id
      and c.topic = 'new_message' and c.patient_id is not distinct from w.patient_id
    order by w.rank, l.id limit 1`;
  return rows[0] ?? null;
}
