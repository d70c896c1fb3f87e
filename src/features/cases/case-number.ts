import type { Tx } from "@/db/client";
import type { ClinicActor } from "@/features/access/actors";

/**
 * The next number of a practice's cases, like NO-2026-0101: counted per year, never given twice, not even once an old
 * case is gone. The count is held until the transaction ends.
 */
export async function nextCaseNumber(
  tx: Tx,
  { practiceId, practiceShortName }: Pick<ClinicActor, "practiceId" | "practiceShortName">,
  year: number,
): Promise<string> {
  const prefix = `${practiceShortName.slice(0, 2).toUpperCase()}-${year}-`;
  const [{ last }] = await tx.$queryRaw<[{ last: number }]>`
    insert into tenant.case_number as n (practice_id, year, last)
    select ${practiceId}::uuid, ${year}::int, 1 + coalesce(max(substr(c.number, length(${prefix}) + 1)::int), 0)
    from tenant.lab_case c
    where c.practice_id = ${practiceId}::uuid and c.number ~ ('^' || ${prefix} || '[0-9]{1,8}$')
    on conflict (practice_id, year) do update set last = n.last + 1
    returning n.last`;
  return `${prefix}${String(last).padStart(4, "0")}`;
}
