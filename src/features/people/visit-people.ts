import type { Tx } from "@/db/client";
import { identityIn } from "@/db/identity";
import { type ChoosableTopic, topicWays } from "@/domain/notifications/topics";

/** Somebody to remind of a patient's visits or changes, with what they chose to hear of. */
export interface VisitPerson {
  readonly personId: string;
  readonly loginId: string;
  readonly language: string;
  /** Verified, or null. */
  readonly email: string | null;
  readonly mobile: string | null;
  readonly isGuardian: boolean;
  /** Guardians who may only look cannot answer for the patient (R10). */
  readonly mayAct: boolean;
  readonly wantsMail: boolean;
  readonly wantsTexts: boolean;
}

/** The patient's own active login and those of the guardians of today, with their choices for this patient (R10, R17). */
export async function visitPeople(
  tx: Tx,
  { practiceId, patientId }: { readonly practiceId: string; readonly patientId: string },
): Promise<VisitPerson[]> {
  return (await visitPeopleOf(tx, practiceId, [patientId])).get(patientId) ?? [];
}

/** The same for several patients in one read; a patient with nobody is left out. */
export async function visitPeopleOf(
  tx: Tx,
  practiceId: string,
  patientIds: readonly string[],
  topic: ChoosableTopic = "visit_reminder",
): Promise<ReadonlyMap<string, VisitPerson[]>> {
  const { byDefault } = topicWays[topic];
  const rows = await identityIn(tx).$queryRaw<(VisitPerson & { patientId: string })[]>`
    with record as (
      select t.practice_id, t.id, t.login_id from tenant.patient t
      where t.practice_id = ${practiceId}::uuid and t.id = any(${[...patientIds]}::uuid[]) and t.archived_at is null
    ), logins as (
      select t.id as patient_id, t.login_id, false as is_guardian, true as may_act
      from record t
      union all
      select t.id, l.id, true, g.rights = 'full'
      from record t
      join tenant.guardianship g on g.practice_id = t.practice_id and g.patient_id = t.id and g.ended_at is null
      join identity.practice r on r.id = g.practice_id
      join identity.login l on l.person_id = g.guardian_person_id
      where g.birth_date_confirmed_at is not null and g.from_on <= (app_now() at time zone r.zone)::date
        and (g.until_on is null or g.until_on > (app_now() at time zone r.zone)::date)
    )
    select w.patient_id as "patientId", p.id as "personId", l.id as "loginId", p.language, w.is_guardian as "isGuardian", w.may_act as "mayAct",
      case when l.email_verified_at is not null then l.email end as email,
      case when l.mobile_verified_at is not null then l.mobile end as mobile,
      coalesce(c.mail, ${byDefault.mail}) as "wantsMail", coalesce(c.sms, ${byDefault.sms}) as "wantsTexts"
    from logins w
    join identity.login l on l.id = w.login_id and l.status = 'active'
    join identity.person p on p.id = l.person_id
    left join tenant.notification_choice c on c.practice_id = ${practiceId}::uuid and c.person_id = p.id
      and c.topic = ${topic} and c.patient_id = w.patient_id
    order by w.is_guardian, not w.may_act, l.id`;
  return Map.groupBy(rows, ({ patientId }) => patientId);
}
