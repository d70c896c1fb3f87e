import type { Tx } from "@/db/client";
import type { VersionMark } from "./schema";

interface Row {
  readonly version: number;
  readonly reason: string;
  readonly by_name: string | null;
  readonly created_at: Date;
}

/** Every version of a plan, the newest first. Who made it has a name while they are a practitioner here. */
export async function versionMarks(
  tx: Tx,
  practiceId: string,
  planId: string,
): Promise<VersionMark[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select v.version, v.reason, v.created_at, (
      select pr.name from tenant.practitioner pr
      where pr.practice_id = v.practice_id and pr.person_id = v.created_by_person_id limit 1) as by_name
    from tenant.plan_version v
    where v.practice_id = ${practiceId}::uuid and v.plan_id = ${planId}::uuid
    order by v.version desc`;
  return rows.map(({ version, reason, by_name: byName, created_at: createdAt }) => ({
    version,
    reason,
    byName,
    at: createdAt.toISOString(),
  }));
}
