import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { sqlText } from "@/db/sql";
import { fromInstant } from "@/db/time";
import { standInSql } from "../cover/stand-in-sql";

/** Threads dealt with in one transaction: more than a practice has open, so that each person is told once. */
export const ALARMS_AT_ONCE = 1000;

/** A thread whose alarm was written just now. `personIds`: whom it concerns. */
export interface OverdueThread {
  readonly threadId: string;
  readonly personIds: readonly string[];
}

/**
 * Writes the alarm of every thread that has waited since before `since` and has none for what it waits with (R40), and
 * answers those it wrote: of two workers one each. Snoozed ones come back first. Concerned is whom it is assigned to,
 * else the patient's orthodontist, each by who looks after their patients; else staff where they take part; else all
 * orthodontists.
 */
export function raiseAlarms(
  tx: Tx,
  practiceId: string,
  since: Temporal.Instant,
): Promise<OverdueThread[]> {
  const named = sqlText(
    standInSql("t.practice_id", "coalesce(t.assigned_to_person_id, o.person_id)"),
  );
  return tx.$queryRaw<OverdueThread[]>`
    with due as (
      select t.id, t.unanswered_from from tenant.thread t
      where t.practice_id = ${practiceId}::uuid and t.state = 'open' and t.last_message_by_patient
        and t.unanswered_since_at <= ${fromInstant(since)}::timestamptz
        and (t.snoozed_until_at is null or t.snoozed_until_at <= app_now())
        and not exists (select from tenant.thread_alarm a
          where a.practice_id = t.practice_id and a.thread_id = t.id and a.number = t.unanswered_from)
      order by t.id limit ${ALARMS_AT_ONCE} for update of t
    ), raised as (
      insert into tenant.thread_alarm (practice_id, thread_id, number, decided_at)
      select ${practiceId}::uuid, id, unanswered_from, app_now() from due
      on conflict do nothing returning thread_id
    ), colleagues as (
      select distinct m.person_id, m.role from tenant.membership m
      join identity.login l on l.id = m.login_id and l.status = 'active' and l.email_verified_at is not null
      where m.practice_id = ${practiceId}::uuid and m.ended_at is null
        and m.role in ('orthodontist', 'staff', 'admin')
    ), concerned as (
      select t.id, t.with_staff,
        (select c.person_id from colleagues c where c.person_id = ${named} limit 1) as person_id
      from raised r
      join tenant.thread t on t.practice_id = ${practiceId}::uuid and t.id = r.thread_id
      join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
      left join tenant.practitioner o
        on o.practice_id = p.practice_id and o.id = p.practitioner_id and o.archived_at is null
    )
    select n.id as "threadId", case when n.person_id is not null then array[n.person_id] else
      coalesce(
        (select array_agg(distinct c.person_id) from colleagues c where n.with_staff and c.role in ('staff', 'admin')),
        (select array_agg(distinct c.person_id) from colleagues c where c.role = 'orthodontist'), '{}')
      end as "personIds"
    from concerned n order by n.id`;
}
