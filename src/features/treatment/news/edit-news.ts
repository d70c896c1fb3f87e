import { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import { editReasons } from "@/domain/treatment/plan/edit-reasons";
import { planDifferences } from "@/domain/treatment/plan/plan-differences";
import { withShape } from "@/domain/treatment/plan/shape-facts";
import { planMovement } from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { PlanNews } from "../adjust/plan-news";
import { dayIn, factsOf, type PlanRow } from "../load-facts";
import { noFacts } from "../no-facts";
import { planDraft } from "../plan/schema";
import { shapeOf } from "../plan/standing-plan";
import { planJson } from "../plan-sql";

interface Row {
  readonly at: string;
  readonly by_name: string | null;
  /** The version before; null for a plan that has just become the patient's. */
  readonly snapshot: unknown;
  /** This version. */
  readonly edited: unknown;
  readonly is_new: boolean;
  readonly plan: PlanRow | null;
}

/** $1 practice, $2 its zone, $3 patient, $4 since when. What was adjusted since has its own words. */
const editRead = {
  name: "plan-edit-news",
  text: `select to_json(coalesce(v.created_at, t.approved_at)) #>> '{}' as at, v.version is null as is_new,
      coalesce((select pr.name from tenant.practitioner pr where pr.practice_id = t.practice_id
          and pr.person_id = v.created_by_person_id limit 1),
        (select pr.name from tenant.practitioner pr where pr.practice_id = t.practice_id
          and pr.id = t.practitioner_id)) as by_name,
      (select o.snapshot from tenant.plan_version o where o.practice_id = t.practice_id and o.plan_id = t.id
        and o.version = v.version - 1) as snapshot,
      v.snapshot as edited,
      ${planJson({ patient: "$3::uuid", approvedOnly: true })} as plan
    from tenant.treatment_plan t
    left join lateral (
      select x.version, x.created_at, x.created_by_person_id, x.snapshot from tenant.plan_version x
      where x.practice_id = t.practice_id and x.plan_id = t.id and x.created_at > t.approved_at
      order by x.version desc limit 1) v on true
    where t.practice_id = $1::uuid and t.patient_id = $3::uuid and t.completed_at is null
      and coalesce(v.created_at, t.approved_at) > $4::timestamptz
      and not exists (select from tenant.plan_adjustment a where a.practice_id = t.practice_id and a.plan_id = t.id
        and coalesce(a.undone_at, a.created_at) > coalesce(v.created_at, t.approved_at))
    order by t.created_at desc limit 1`,
};

/**
 * The last edit of the running plan and how the dates moved by it, or the plan itself when it is new (R22). Null where no
 * day of the patient's moved, and once they have changed aligners since.
 */
export async function editNews(
  services: Services,
  actor: PatientActor,
  since: Temporal.Instant,
): Promise<PlanNews | null> {
  const { practiceId, patientId, zone } = actor;
  const values = [practiceId, zone, patientId, since.toString()];
  const [row] = await readInPractice<Row>(services.db, practiceId, editRead, values);
  if (row?.plan == null) return null;
  const at = Temporal.Instant.from(row.at);
  const isLater = ({ event, recordedAt }: PlanRow["events"][number]) =>
    event === "changed" && Temporal.Instant.compare(Temporal.Instant.from(recordedAt), at) > 0;
  const isUnderWay = row.is_new && row.plan.events.length > 0;
  if (isUnderWay || row.plan.events.some(isLater)) return null;
  const facts = factsOf(row.plan);
  const old = shapeKept(row.snapshot);
  if (!row.is_new && old === null) return null;
  // A stage without an id was never worn: any other name does.
  const before =
    old === null || row.is_new ? noFacts : withShape(facts, old, () => crypto.randomUUID());
  const day = dayIn(zone, at);
  const now = shapeKept(row.edited);
  const why = old === null || now === null ? [] : editReasons(planDifferences(old, now));
  const movement = planMovement(
    treatmentSchedule(before, day),
    treatmentSchedule(facts, day),
    row.is_new ? { reason: "plan_ready" } : { reason: "plan_edited", why },
  );
  return movement.isSame ? null : { movement, at: row.at, byName: row.by_name ?? "" };
}

/** The plan of a version; null where it was kept in another form than today's. */
function shapeKept(snapshot: unknown) {
  const kept = planDraft.safeParse(snapshot).data;
  return kept ? shapeOf(kept) : null;
}
