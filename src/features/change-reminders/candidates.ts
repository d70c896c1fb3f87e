import type { Tx } from "@/db/client";
import type { PlanRow } from "@/features/treatment/load-facts";
import { planJson } from "@/features/treatment/plan-sql";

/** Plans looked at in one transaction. */
export const PLANS_AT_ONCE = 200;

export interface Candidate {
  readonly planId: string;
  readonly patientId: string;
  readonly plan: PlanRow | null;
}

// The day on which the stage worn now has run its interval, by the latest change; pauses, extensions, stops and series
// only move it later, but for what `sooner` names. $1 practice, $2 zone, $3 after which plan, $4 and $5 the days meant.
const ranOut = (arch: "upper" | "lower") => `(
  select c.changed_on + st.interval_days
  from tenant.aligner_change c
  join tenant.stage st on st.practice_id = c.practice_id and st.id = c.stage_id and st.arch = '${arch}'
  where c.practice_id = tp.practice_id and c.plan_id = tp.id and c.undone_at is null
  order by c.changed_on desc, c.recorded_at desc limit 1)`;

const has = (table: string) => `exists (select from tenant.${table} x
  where x.practice_id = tp.practice_id and x.plan_id = tp.id)`;

const lookedAt = `select tp.id, tp.patient_id, ${ranOut("upper")} as upper_on, ${ranOut("lower")} as lower_on,
    ${has("plan_pause")} or ${has("stop_release")} or ${has("stage_extension")} or ${has("backtrack")}
      or (select count(*) from tenant.treatment_series s where s.practice_id = tp.practice_id and s.plan_id = tp.id) > 1 as moved,
    ${has("backtrack")} or exists (select from tenant.stage_extension x
      where x.practice_id = tp.practice_id and x.plan_id = tp.id and x.days < 0) as sooner
  from tenant.treatment_plan tp
  join tenant.patient p on p.practice_id = tp.practice_id and p.id = tp.patient_id and p.archived_at is null
  where tp.practice_id = $1::uuid and tp.approved_at is not null and tp.completed_at is null
    and ($3::uuid is null or tp.id > $3::uuid)
  order by tp.id limit ${PLANS_AT_ONCE}`;

const isMeant = (on: string) => `(${on} <= $5::date and (l.moved or ${on} >= $4::date))`;

const candidatesSql = `with looked as materialized (${lookedAt})
  select l.id as "planId", l.patient_id as "patientId",
    case when l.sooner or ${isMeant("l.upper_on")} or ${isMeant("l.lower_on")}
      then ${planJson({ patient: "l.patient_id", approvedOnly: true })} end as plan
  from looked l order by l.id`;

/**
 * The next plans by their ids, with the facts of those whose day may be one of those meant, null for the others. Fewer
 * than `PLANS_AT_ONCE` are the last.
 */
export function nextCandidates(
  tx: Tx,
  practice: { readonly id: string; readonly zone: string },
  after: string | null,
  days: { readonly from: string; readonly until: string },
): Promise<Candidate[]> {
  const values = [practice.id, practice.zone, after, days.from, days.until];
  return tx.$queryRawUnsafe<Candidate[]>(candidatesSql, ...values);
}

const factsSql = `select held.id as "planId", held.patient_id as "patientId",
    ${planJson({ patient: "held.patient_id", approvedOnly: true })} as plan
  from tenant.treatment_plan held where held.practice_id = $1::uuid and held.id = any($3::uuid[]) order by held.id`;

/** The same plans again, held until the end of the transaction: nobody marks or moves anything meanwhile. */
export async function heldPlans(
  tx: Tx,
  practice: { readonly id: string; readonly zone: string },
  planIds: readonly string[],
): Promise<Candidate[]> {
  const ids = [...planIds];
  await tx.$queryRaw`
    select id from tenant.treatment_plan
    where practice_id = ${practice.id}::uuid and id = any(${ids}::uuid[])
      and approved_at is not null and completed_at is null
    order by id for no key update`;
  // A statement of its own: it sees what the lock waited for.
  return tx.$queryRawUnsafe<Candidate[]>(factsSql, practice.id, practice.zone, ids);
}
