interface PlanWish {
  /** The SQL of a patient's id, such as `$3::uuid` or `p.id`. */
  readonly patient: string;
  /** Drafts are the practice's own matter: patients see approved plans only. */
  readonly approvedOnly: boolean;
  /** The SQL of an adjustment's id: the plan as it would be if it had not been decided. */
  readonly without?: string;
}

/** What an adjustment brought counts until it is taken back. */
const countsIn = (alias: string, without: string | undefined) => `not exists (
  select from tenant.plan_adjustment u
  where u.practice_id = ${alias}.practice_id and u.id = ${alias}.adjustment_id
    and (u.undone_at is not null${without ? ` or u.id = ${without}` : ""}))`;

/**
 * The current plan of one patient with all facts of its schedule as one JSON value, null without a plan. Templates are
 * worn for no time and have no day. The query around it gives the practice as `$1` and its zone as `$2`.
 */
export function planJson({ patient, approvedOnly, without }: PlanWish): string {
  const counts = (alias: string) => countsIn(alias, without);
  const endedAt = without
    ? `case when pp.ended_by_adjustment_id is distinct from ${without} then pp.ended_at end`
    : "pp.ended_at";
  return `(
    select json_build_object(
      'id', tp.id, 'wearGoalMinutes', tp.wear_goal_minutes, 'completedAt', tp.completed_at,
      'approved', tp.approved_at is not null,
      'practitionerName', (
        select pr.name from tenant.practitioner pr
        where pr.practice_id = tp.practice_id and pr.id = tp.practitioner_id),
      'series', (
        select coalesce(json_agg(json_build_object(
          'id', s.id, 'kind', s.kind, 'endedOn', s.ended_on,
          'startsOn', coalesce(s.starts_on, case when s.number = 1 then tp.starts_on end),
          'stages', (
            select coalesce(json_agg(json_build_object(
              'id', st.id, 'arch', st.arch, 'number', st.number, 'kind', st.kind,
              'intervalDays', st.interval_days, 'stopAfter', st.stop_after,
              'wearGoalMinutes', coalesce(st.wear_goal_minutes, tp.wear_goal_minutes)
            ) order by st.arch, st.number), '[]')
            from tenant.stage st
            where st.practice_id = s.practice_id and st.series_id = s.id and st.kind <> 'template')
        ) order by s.number), '[]')
        from tenant.treatment_series s where s.practice_id = tp.practice_id and s.plan_id = tp.id),
      'events', (
        select coalesce(json_agg(json_build_object(
          'event', e.event, 'stageId', e.stage_id, 'on', e.happened_on, 'recordedAt', e.recorded_at
        ) order by e.happened_on, e.recorded_at), '[]')
        from (
          select 'changed' as event, c.stage_id, c.changed_on as happened_on, c.recorded_at
          from tenant.aligner_change c
          where c.practice_id = tp.practice_id and c.patient_id = tp.patient_id and c.plan_id = tp.id
            and c.undone_at is null
          union all
          select 'backtracked', b.to_stage_id, b."on", b.created_at
          from tenant.backtrack b where b.practice_id = tp.practice_id and b.plan_id = tp.id and ${counts("b")}
        ) e),
      'pauses', (
        select coalesce(json_agg(json_build_object(
          'fromOn', pp.from_on, 'untilOn', least(pp.until_on, ((${endedAt}) at time zone $2::text)::date)
        ) order by pp.from_on), '[]')
        from tenant.plan_pause pp
        where pp.practice_id = tp.practice_id and pp.plan_id = tp.id and ${counts("pp")}),
      'extensions', (
        select coalesce(json_agg(json_build_object('stageId', x.stage_id, 'days', x.days)), '[]')
        from tenant.stage_extension x
        where x.practice_id = tp.practice_id and x.plan_id = tp.id and ${counts("x")}),
      'stopReleases', (
        select coalesce(json_agg(json_build_object('stageId', r.stage_id, 'releasedOn', r.released_on)), '[]')
        from tenant.stop_release r
        where r.practice_id = tp.practice_id and r.plan_id = tp.id and ${counts("r")})
    )
    from tenant.treatment_plan tp
    where tp.practice_id = $1::uuid and tp.patient_id = ${patient}${approvedOnly ? " and tp.approved_at is not null" : ""}
    order by tp.completed_at is null desc, tp.created_at desc limit 1)`;
}
