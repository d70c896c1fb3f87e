import { Temporal } from "temporal-polyfill";
import type { Arch, StageKind } from "@/domain/treatment/facts";
import type { MarkedChange } from "@/domain/treatment/undo-change";

/** A change of the last days as `latelyJson` gives it. Instants are ISO 8601. */
export interface LateChangeRow {
  readonly id: string;
  readonly stageId: string;
  readonly arch: Arch;
  readonly number: number;
  readonly kind: StageKind;
  readonly changedOn: string;
  readonly recordedAt: string;
  readonly undoneAt: string | null;
}

/** What was marked lately, and when something was last built upon the plan as it stood. */
export interface LatelyRow {
  readonly builtUponAt: string | null;
  readonly changes: readonly LateChangeRow[];
}

/** Longer than a change can be taken back and its being taken back is told. */
const LATELY = "interval '2 days'";

/**
 * The changes of one patient's running plan marked in the last two days, those taken back too, as one JSON value; null
 * without such a plan. What the practice decided about the plan and photos sent to it count as built upon them. The query
 * around it gives the practice as `$1`.
 */
export function latelyJson(patient: string): string {
  return `(
    select json_build_object(
      'builtUponAt', greatest(
        (select max(v.created_at) from tenant.plan_version v
          where v.practice_id = tp.practice_id and v.plan_id = tp.id),
        (select max(greatest(a.created_at, a.undone_at)) from tenant.plan_adjustment a
          where a.practice_id = tp.practice_id and a.plan_id = tp.id),
        (select max(r.created_at) from tenant.stop_release r
          where r.practice_id = tp.practice_id and r.plan_id = tp.id),
        (select max(greatest(k.submitted_at, k.reviewed_at,
            case when k.requested_by_person_id is not null and k.state <> 'cancelled' then k.created_at end))
          from tenant.check_in k where k.practice_id = tp.practice_id and k.patient_id = tp.patient_id)),
      'changes', (
        select coalesce(json_agg(json_build_object(
          'id', c.id, 'stageId', c.stage_id, 'arch', st.arch, 'number', st.number, 'kind', st.kind,
          'changedOn', c.changed_on, 'recordedAt', c.recorded_at, 'undoneAt', c.undone_at
        ) order by c.recorded_at, st.arch), '[]')
        from tenant.aligner_change c
        join tenant.stage st on st.practice_id = c.practice_id and st.id = c.stage_id
        where c.practice_id = tp.practice_id and c.patient_id = tp.patient_id and c.plan_id = tp.id
          and c.recorded_at > app_now() - ${LATELY}))
    from tenant.treatment_plan tp
    where tp.practice_id = $1::uuid and tp.patient_id = ${patient}
      and tp.approved_at is not null and tp.completed_at is null
    order by tp.created_at desc limit 1)`;
}

/** A change of the last days as the rules want it. */
export interface LateChange extends MarkedChange {
  readonly row: LateChangeRow;
}

export function lateChanges({ changes }: LatelyRow): LateChange[] {
  return changes.map((row) => ({
    id: row.id,
    arch: row.arch,
    recordedAt: Temporal.Instant.from(row.recordedAt),
    isUndone: row.undoneAt !== null,
    row,
  }));
}

export function builtUponAt({ builtUponAt: at }: LatelyRow): Temporal.Instant | null {
  return at === null ? null : Temporal.Instant.from(at);
}
