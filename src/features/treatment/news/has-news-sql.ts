import { NEWS_DAYS } from "./news-days";

/** Whether the practice has decided anything about a patient's running plan lately: only then news are looked for. */
export const hasNewsSql = (patient: string, now: string) => `exists (
  select from tenant.treatment_plan t
  where t.practice_id = $1::uuid and t.patient_id = ${patient} and t.completed_at is null
    and t.approved_at is not null and (
      t.approved_at > ${now} - interval '${NEWS_DAYS} days'
      or exists (select from tenant.plan_version v where v.practice_id = t.practice_id and v.plan_id = t.id
        and v.created_at > ${now} - interval '${NEWS_DAYS} days')
      or exists (select from tenant.plan_adjustment a where a.practice_id = t.practice_id and a.plan_id = t.id
        and coalesce(a.undone_at, a.created_at) > ${now} - interval '${NEWS_DAYS} days')))`;
