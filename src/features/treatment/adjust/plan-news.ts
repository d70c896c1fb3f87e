import { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import type { AdjustmentKind } from "@/domain/treatment/adjustments/wish";
import {
  type MovementCause,
  type MovementReason,
  type PlanMovement,
  planMovement,
} from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { dayIn, factsOf, type PlanRow } from "../load-facts";
import { NEWS_DAYS } from "../news/news-days";
import { planJson } from "../plan-sql";

/** What the practice decided last about the plan, for its patient. */
export interface PlanNews {
  /** Null when it was taken back: the dates are those of before. */
  readonly movement: PlanMovement | null;
  readonly at: string;
  readonly byName: string;
}

interface Row {
  readonly kind: AdjustmentKind;
  readonly created_at: string;
  readonly undone_at: string | null;
  readonly by_name: string;
  readonly pause: { readonly fromOn: string; readonly untilOn: string | null } | null;
  readonly days: number | null;
  readonly plan: PlanRow | null;
  readonly without: PlanRow | null;
}

const plan = { patient: "$3::uuid", approvedOnly: true };

/** $1 practice, $2 its zone, $3 patient, $4 since when. An edit of the plan since has its own words. */
const newsRead = {
  name: "plan-news",
  text: `select a.kind::text as kind, to_json(a.created_at) #>> '{}' as created_at,
      to_json(a.undone_at) #>> '{}' as undone_at, coalesce(a.undone_by_name, a.by_name) as by_name,
      (select json_build_object('fromOn', p.from_on, 'untilOn', p.until_on) from tenant.plan_pause p
        where p.practice_id = a.practice_id and p.adjustment_id = a.id limit 1) as pause,
      (select max(x.days) from tenant.stage_extension x
        where x.practice_id = a.practice_id and x.adjustment_id = a.id) as days,
      ${planJson(plan)} as plan, ${planJson({ ...plan, without: "a.id" })} as without
    from tenant.plan_adjustment a
    join tenant.treatment_plan t on t.practice_id = a.practice_id and t.id = a.plan_id
    where a.practice_id = $1::uuid and t.patient_id = $3::uuid and t.completed_at is null
      and coalesce(a.undone_at, a.created_at) > $4::timestamptz
      and not exists (select from tenant.plan_version v where v.practice_id = a.practice_id
        and v.plan_id = a.plan_id and v.created_at >= a.created_at)
    order by coalesce(a.undone_at, a.created_at) desc limit 1`,
};

/**
 * The practice's latest decision about the plan and how the dates moved by it, derived from the facts as they were then
 * (R22). Null when it is older than two weeks, over, or the patient has changed aligners since.
 */
export async function planNews(services: Services, actor: PatientActor): Promise<PlanNews | null> {
  const { practiceId, patientId, zone } = actor;
  const since = services.now.subtract({ hours: 24 * NEWS_DAYS }).toString();
  const values = [practiceId, zone, patientId, since];
  const [row] = await readInPractice<Row>(services.db, practiceId, newsRead, values);
  if (row?.plan == null || row.without === null) return null;
  const byName = row.by_name;
  if (row.undone_at !== null) return { movement: null, at: row.undone_at, byName };
  const at = Temporal.Instant.from(row.created_at);
  const isLater = ({ event, recordedAt }: PlanRow["events"][number]) =>
    event === "changed" && Temporal.Instant.compare(Temporal.Instant.from(recordedAt), at) > 0;
  if (row.plan.events.some(isLater)) return null;
  const cause = causeOf(row);
  const today = dayIn(zone, services.now);
  if (row.kind === "pause" && cause.untilOn != null && !isAfter(cause.untilOn, today)) return null;
  const day = dayIn(zone, at);
  const movement = planMovement(
    treatmentSchedule(factsOf(row.without), day),
    treatmentSchedule(factsOf(row.plan), day),
    cause,
  );
  return { movement, at: row.created_at, byName };
}

const reasons: Readonly<Record<AdjustmentKind, MovementReason>> = {
  pause: "paused",
  resume: "resumed",
  extension: "extended",
  backtrack: "backtracked",
  stop_release: "stop_released",
  replacement: "replacement",
};

function causeOf({ kind, pause, days }: Row): MovementCause {
  const reason = reasons[kind];
  if (pause !== null) {
    const { fromOn, untilOn } = pause;
    return {
      reason,
      fromOn: Temporal.PlainDate.from(fromOn),
      untilOn: untilOn === null ? null : Temporal.PlainDate.from(untilOn),
    };
  }
  return days === null ? { reason } : { reason, days };
}

function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}
