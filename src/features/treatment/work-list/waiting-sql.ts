import { ON_TRACK_DAYS } from "@/domain/treatment/arch-schedule";
import { planJson } from "../plan-sql";

const today = "($4::timestamptz at time zone $2::text)::date";

/** The stage an arch of plan `pl` is at, by its latest fact; `aligner_change_latest` gives it without the history. */
const position = (arch: "upper" | "lower") => `left join lateral (
  select e.on_day, e.number, e.interval_days, e.stop_after, e.series_id, s.number as series_number, s.ended_on
  from (
    (select c.changed_on as on_day, c.recorded_at as at, st.number, st.interval_days, st.stop_after, st.series_id
      from tenant.aligner_change c
      join tenant.stage st on st.practice_id = c.practice_id and st.id = c.stage_id and st.arch = '${arch}'
      where c.practice_id = $1::uuid and c.plan_id = pl.id and c.undone_at is null
      order by c.changed_on desc, c.recorded_at desc limit 1)
    union all
    (select b."on", b.created_at, st.number, st.interval_days, st.stop_after, st.series_id
      from tenant.backtrack b
      join tenant.stage st on st.practice_id = b.practice_id and st.id = b.to_stage_id
      where b.practice_id = $1::uuid and b.plan_id = pl.id and b.arch = '${arch}' and b."on" <= ${today}
        and not exists (select from tenant.plan_adjustment u where u.practice_id = b.practice_id
          and u.id = b.adjustment_id and u.undone_at is not null)
      order by b."on" desc, b.created_at desc limit 1)
  ) e
  join tenant.treatment_series s on s.practice_id = $1::uuid and s.id = e.series_id
  order by e.on_day desc, e.at desc limit 1
) ${arch} on true`;

/**
 * The wear of this arch has run its days and there is a next stage: where nothing holds it, only once it is more than
 * `ON_TRACK_DAYS` over. Extensions and pauses make it later still.
 */
const hasRunOut = (arch: "upper" | "lower") => `(${arch}.on_day + ${arch}.interval_days <= ${today}
  and (${arch}.on_day + ${arch}.interval_days + ${ON_TRACK_DAYS} < ${today}
    or ${arch}.stop_after <> 'none' or ${arch}.ended_on is not null
    or not exists (select from tenant.stage n where n.practice_id = $1::uuid and n.series_id = ${arch}.series_id
      and n.arch = '${arch}' and n.number > ${arch}.number))
  and exists (select from tenant.stage n
    join tenant.treatment_series ns on ns.practice_id = n.practice_id and ns.id = n.series_id
    where ns.practice_id = $1::uuid and ns.plan_id = pl.id and n.arch = '${arch}'
      and (ns.number, n.number) > (${arch}.series_number, ${arch}.number)))`;

/** The other arch has begun and this one not: its series may wait for a first day. */
const hasNotBegun = (arch: "upper" | "lower") => `(${arch}.on_day is null and exists (
  select from tenant.stage n
  join tenant.treatment_series ns on ns.practice_id = n.practice_id and ns.id = n.series_id
  where ns.practice_id = $1::uuid and ns.plan_id = pl.id and n.arch = '${arch}'))`;

const isPaused = `exists (select from tenant.plan_pause pp
  where pp.practice_id = $1::uuid and pp.plan_id = pl.id and pp.from_on <= ${today}
    and coalesce(least(pp.until_on, (pp.ended_at at time zone $2::text)::date) > ${today}, true)
    and not exists (select from tenant.plan_adjustment u where u.practice_id = pp.practice_id
      and u.id = pp.adjustment_id and u.undone_at is not null))`;

/**
 * Everybody of whom something waits, by name: threads and problems without an answer, check-ins without a verdict, drafts,
 * and the plans that may be off track or at a stop, which the schedule then decides. $1 practice, $2 zone, $3 the
 * orthodontist's person, $4 now, $5 the whole practice and not own patients alone, $6 plans too.
 */
export const waitingSql = `with mine as materialized (
    select p.id, p.last_name, p.first_name from tenant.patient p
    where p.practice_id = $1::uuid and p.archived_at is null
      and ($5::boolean or p.practitioner_id in (select o.id from tenant.practitioner o
        where o.practice_id = $1::uuid and o.person_id = $3::uuid))
  ), asked as (
    select t.patient_id, count(*)::int as threads, min(t.last_message_at) as since
    from tenant.thread t
    where t.practice_id = $1::uuid and t.state = 'open' and t.last_message_by_patient
    group by t.patient_id
  ), reported as (
    select a.patient_id, count(*)::int as problems, min(a.reported_at) as since
    from tenant.aligner_problem a where a.practice_id = $1::uuid and a.answered_at is null
    group by a.patient_id
  ), sent as (
    select c.patient_id, min(c.submitted_at) as since
    from tenant.check_in c where c.practice_id = $1::uuid and c.state = 'submitted'
    group by c.patient_id
  ), draft as (
    select d.patient_id, d.created_at as since from tenant.treatment_plan d
    where d.practice_id = $1::uuid and d.approved_at is null and d.completed_at is null
  ), held as (
    select pl.patient_id from mine m
    join tenant.treatment_plan pl on pl.practice_id = $1::uuid and pl.patient_id = m.id
      and pl.completed_at is null and pl.approved_at is not null
    ${position("upper")}
    ${position("lower")}
    where $6::boolean and (upper.on_day is not null or lower.on_day is not null)
      and (${hasRunOut("upper")} or ${hasRunOut("lower")} or ${hasNotBegun("upper")} or ${hasNotBegun("lower")})
      and not ${isPaused}
  )
  select p.id, coalesce(asked.threads, 0) as threads, coalesce(reported.problems, 0) as problems,
    least(asked.since, reported.since) as answer_since, sent.since as check_in_since, draft.since as approve_since,
    case when held.patient_id is not null then ${planJson({ patient: "p.id", approvedOnly: true })} end as plan
  from mine p
  left join asked on asked.patient_id = p.id
  left join reported on reported.patient_id = p.id
  left join sent on sent.patient_id = p.id
  left join draft on draft.patient_id = p.id
  left join held on held.patient_id = p.id
  where asked.patient_id is not null or reported.patient_id is not null or sent.patient_id is not null
    or draft.patient_id is not null or held.patient_id is not null
  order by p.last_name, p.first_name, p.id`;
