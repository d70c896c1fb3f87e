import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { type AdjustmentRecord, decideUndo } from "@/domain/treatment/adjustments/undo";
import type { Arch, StageKind } from "@/domain/treatment/facts";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

interface StageNamed {
  readonly arch: Arch;
  readonly number: number;
  readonly kind: StageKind;
}

/** A decision about the plan as its history tells it. Days are `YYYY-MM-DD`, instants ISO 8601. */
export interface PastAdjustment extends Omit<AdjustmentRecord, "isUndone"> {
  readonly reason: string | null;
  readonly byName: string;
  readonly createdAt: string;
  readonly undoneAt: string | null;
  readonly undoneByName: string | null;
  readonly pause: {
    readonly fromOn: string;
    readonly untilOn: string | null;
    /** The day somebody ended it. */
    readonly endedOn: string | null;
  } | null;
  readonly extensions: readonly (StageNamed & { readonly days: number })[];
  readonly backtracks: readonly StageNamed[];
  readonly stopReleases: readonly StageNamed[];
}

const stageJson = `'arch', st.arch, 'number', st.number, 'kind', st.kind`;
const stagesOf = (table: string, stage: string, more = "") => `(
  select coalesce(json_agg(json_build_object(${stageJson}${more}) order by st.arch), '[]')
  from tenant.${table} x
  join tenant.stage st on st.practice_id = x.practice_id and st.id = x.${stage}
  where x.practice_id = a.practice_id and x.adjustment_id = a.id)`;

/** $1 practice, $2 its zone, $3 patient. */
const historySql = `select a.id, a.number, a.kind::text as kind, a.reason, a.by_name as "byName",
    to_json(a.created_at) #>> '{}' as "createdAt", to_json(a.undone_at) #>> '{}' as "undoneAt",
    a.undone_by_name as "undoneByName",
    (select json_build_object('fromOn', p.from_on, 'untilOn', p.until_on,
        'endedOn', (p.ended_at at time zone $2::text)::date)
      from tenant.plan_pause p where p.practice_id = a.practice_id and p.adjustment_id = a.id limit 1) as pause,
    ${stagesOf("stage_extension", "stage_id", ", 'days', x.days")} as extensions,
    ${stagesOf("backtrack", "to_stage_id")} as backtracks,
    ${stagesOf("stop_release", "stage_id")} as "stopReleases",
    exists (select from tenant.stop_release r where r.practice_id = a.practice_id and r.adjustment_id = a.id
      and r.check_in_id is not null) as "isByCheckIn",
    exists (select from tenant.plan_pause p where p.practice_id = a.practice_id and p.adjustment_id = a.id
      and p.until_on <= (app_now() at time zone $2::text)::date) as "isOver",
    exists (select from tenant.aligner_change c
      join tenant.stage cs on cs.practice_id = c.practice_id and cs.id = c.stage_id
      where c.practice_id = a.practice_id and c.patient_id = $3::uuid and c.plan_id = a.plan_id and c.undone_at is null
        and c.recorded_at >= a.created_at
        and (a.kind in ('pause', 'resume') or exists (
          select from (
            select x.stage_id from tenant.stage_extension x where x.practice_id = a.practice_id and x.adjustment_id = a.id
            union all select x.to_stage_id from tenant.backtrack x where x.practice_id = a.practice_id and x.adjustment_id = a.id
            union all select x.stage_id from tenant.stop_release x where x.practice_id = a.practice_id and x.adjustment_id = a.id
          ) about join tenant.stage st on st.practice_id = a.practice_id and st.id = about.stage_id
          where st.arch = cs.arch))) as "isBuiltOn",
    exists (select from tenant.plan_version v where v.practice_id = a.practice_id and v.plan_id = a.plan_id
      and v.created_at >= a.created_at) as "isEditedSince"
  from tenant.plan_adjustment a
  join tenant.treatment_plan tp on tp.practice_id = a.practice_id and tp.id = a.plan_id
  where a.practice_id = $1::uuid and tp.patient_id = $3::uuid and tp.completed_at is null
  order by a.number desc limit 200`;

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
  readonly zone: string;
}

/** Every decision about the patient's running plan, the latest first; those taken back stay in it. */
export async function pastAdjustments(tx: Tx, whose: Whose): Promise<PastAdjustment[]> {
  const { practiceId, zone, patientId } = whose;
  return tx.$queryRawUnsafe<PastAdjustment[]>(historySql, practiceId, zone, patientId);
}

export interface AdjustmentLine extends PastAdjustment {
  readonly canBeUndone: boolean;
}

/** The history for a page of the practice's; staff read it without the reasons, which are clinical (R52). */
export async function adjustmentHistory(
  services: Services,
  { practiceId, zone, role }: ClinicActor,
  patientId: string,
): Promise<AdjustmentLine[]> {
  return inPractice(services.db, practiceId, async (tx) => {
    const past = await pastAdjustments(tx, { practiceId, patientId, zone });
    const records = past.map(recordOf);
    return past.map((line) => ({
      ...line,
      reason: role === "orthodontist" ? line.reason : null,
      canBeUndone: role === "orthodontist" && decideUndo(recordOf(line), records).ok,
    }));
  });
}

/** What the rule for taking back looks at. */
export function recordOf(line: PastAdjustment): AdjustmentRecord {
  return { ...line, isUndone: line.undoneAt !== null };
}
