import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { PlanShape } from "@/domain/treatment/plan/plan-shape";
import type { PlanDraft } from "./schema";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
}

/** The plan an orthodontist works on: the current one, else the last that was completed. */
export interface StandingPlan {
  readonly id: string;
  readonly version: number;
  readonly state: "draft" | "approved" | "completed";
  readonly plan: PlanDraft;
}

const stageJson = `json_build_object(
  'id', st.id, 'arch', st.arch, 'number', st.number, 'kind', st.kind, 'intervalDays', st.interval_days,
  'wearGoalMinutes', st.wear_goal_minutes, 'stopAfter', st.stop_after, 'note', st.note,
  'place', coalesce(st.attachments -> 'place', '[]'), 'remove', coalesce(st.attachments -> 'remove', '[]'),
  'ipr', case when jsonb_typeof(st.ipr) = 'array' then st.ipr else '[]' end)`;

const standingSql = `select tp.id, tp.current_version as version, case when tp.completed_at is not null then 'completed'
    when tp.approved_at is not null then 'approved' else 'draft' end as state,
  json_build_object('wearGoalMinutes', tp.wear_goal_minutes, 'series', (
    select coalesce(json_agg(json_build_object(
      'id', s.id, 'kind', s.kind, 'endedOn', s.ended_on,
      'startsOn', coalesce(s.starts_on, case when s.number = 1 then tp.starts_on end),
      'stages', (select coalesce(json_agg(${stageJson} order by st.arch, st.number), '[]')
        from tenant.stage st where st.practice_id = s.practice_id and st.series_id = s.id)
    ) order by s.number), '[]')
    from tenant.treatment_series s where s.practice_id = tp.practice_id and s.plan_id = tp.id)) as plan
  from tenant.treatment_plan tp
  where tp.practice_id = $1::uuid and tp.patient_id = $2::uuid
  order by tp.completed_at is null desc, tp.created_at desc limit 1`;

/** Null for a patient without any plan. */
export async function standingPlan(
  tx: Tx,
  { practiceId, patientId }: Whose,
): Promise<StandingPlan | null> {
  const rows = await tx.$queryRawUnsafe<StandingPlan[]>(standingSql, practiceId, patientId);
  return rows[0] ?? null;
}

/**
 * The same for somebody who is about to write: whoever adjusts or records meanwhile waits. `undefined` for no such
 * patient here; a completed plan is over and counts as none.
 */
export async function lockedPlan(
  tx: Tx,
  whose: Whose,
): Promise<
  { readonly practitionerId: string | null; readonly plan: StandingPlan | null } | undefined
> {
  const { practiceId, patientId } = whose;
  const [patient] = await tx.$queryRaw<{ practitioner_id: string | null }[]>`
    select practitioner_id from tenant.patient
    where practice_id = ${practiceId}::uuid and id = ${patientId}::uuid for no key update`;
  if (patient === undefined) return undefined;
  await tx.$queryRaw`
    select id from tenant.treatment_plan
    where practice_id = ${practiceId}::uuid and patient_id = ${patientId}::uuid and completed_at is null for update`;
  const plan = await standingPlan(tx, whose);
  return {
    practitionerId: patient.practitioner_id,
    plan: plan?.state === "completed" ? null : plan,
  };
}

/** Stages that something is recorded for, undone or not: they cannot be taken away without it. */
export async function stagesInUse(tx: Tx, practiceId: string, planId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select st.id from tenant.stage st
    join tenant.treatment_series s on s.practice_id = st.practice_id and s.id = st.series_id
    where s.practice_id = ${practiceId}::uuid and s.plan_id = ${planId}::uuid and (
      exists (select from tenant.aligner_change x where x.practice_id = st.practice_id and x.stage_id = st.id)
      or exists (select from tenant.backtrack x where x.practice_id = st.practice_id and x.to_stage_id = st.id)
      or exists (select from tenant.stage_extension x where x.practice_id = st.practice_id and x.stage_id = st.id)
      or exists (select from tenant.stop_release x where x.practice_id = st.practice_id and x.stage_id = st.id)
      or exists (select from tenant.check_in x where x.practice_id = st.practice_id and x.stage_id = st.id)
      or exists (select from tenant.aligner_problem x where x.practice_id = st.practice_id and x.stage_id = st.id))`;
  return rows.map(({ id }) => id);
}

/** The plan as rules take it. */
export function shapeOf(plan: PlanDraft): PlanShape {
  return {
    ...plan,
    series: plan.series.map((series) => ({
      ...series,
      startsOn: dayOf(series.startsOn),
      endedOn: dayOf(series.endedOn),
    })),
  };
}

function dayOf(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : Temporal.PlainDate.from(text);
}
