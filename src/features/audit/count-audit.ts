import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { auditWhere } from "./audit-where";
import type { AuditFilters } from "./schema";

/** Further than this the page does not count: the export says the number. */
export const countedAtMost = 100_000;

/** How many rows the filters name; one more than is counted stands for more. */
export function countAudit(
  services: Services,
  actor: ClinicActor,
  filters: AuditFilters,
): Promise<number> {
  return inPractice(services.db, actor.practiceId, async (tx) =>
    tx.auditEntry.count({
      where: await auditWhere(tx, actor, filters),
      take: countedAtMost + 1,
    }),
  );
}
