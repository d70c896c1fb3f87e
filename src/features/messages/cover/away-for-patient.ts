import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { sqlText } from "@/db/sql";
import { toDay } from "@/db/time";
import { awayNow, stillHere } from "./stand-in-sql";

export interface AwayForPatient {
  readonly name: string;
  /** The first day on which they are here again, in the practice's zone. */
  readonly backOn: Temporal.PlainDate;
  /** Who answers meanwhile, under the name the practice uses; null: nobody was named. */
  readonly coveredBy: string | null;
}

/** The absence that holds today of the orthodontist whom a patient writes to (R39, R40); null: they are here. */
export async function awayForPatient(
  tx: Tx,
  { practiceId, patientId }: { readonly practiceId: string; readonly patientId: string },
): Promise<AwayForPatient | null> {
  const [row] = await tx.$queryRaw<{ name: string; backOn: Date; coveredBy: string | null }[]>`
    select o.name, away.until_on as "backOn", away.covered_by as "coveredBy"
    from tenant.patient p
    join tenant.practitioner o
      on o.practice_id = p.practice_id and o.id = p.practitioner_id and o.archived_at is null
    cross join lateral (
      select c.until_on, case when ${sqlText(stillHere)} then
        (select s.name from tenant.practitioner s
         where s.practice_id = c.practice_id and s.person_id = c.covered_by_person_id and s.archived_at is null limit 1)
        end as covered_by
      from ${sqlText(awayNow("o"))}) away
    where p.practice_id = ${practiceId}::uuid and p.id = ${patientId}::uuid`;
  return row ? { ...row, backOn: toDay(row.backOn) } : null;
}
