import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import type { LabAccess, LabRefusal } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import { moveCase } from "../move-case";
import type { Followed } from "./followed";
import { takeLabCase } from "./take-lab-case";
import { tellNotSent } from "./tell-not-sent";

/**
 * Asks the lab for each case of unknown delivery by its number, so that unknown ends in a truth (R46): received where the
 * lab has all of it, failed where it has none or only a part, and then it can be resent under the same key.
 */
export async function reconcileUnknown(
  services: JobServices,
  followed: Followed,
  access: LabAccess,
): Promise<Result<null, LabRefusal>> {
  const { practiceId, connectionId } = followed;
  const unknown = await inPractice(
    services.db,
    practiceId,
    (tx) => tx.$queryRaw<{ id: string; number: string }[]>`
      select c.id, c.number from tenant.lab_case c
      join tenant.lab_connection n on n.practice_id = c.practice_id and n.lab_id = c.lab_id
        and n.practitioner_id = c.practitioner_id
      where c.practice_id = ${practiceId}::uuid and n.id = ${connectionId}::uuid
        and c.state = 'delivery_unknown' order by c.id limit 200`,
  );
  for (const { id: caseId, number } of unknown) {
    const page = { cursor: null, caseNumber: number };
    const listed = await services.outside.lab.listCases(access, page);
    if (!listed.ok) return listed;
    const found = listed.value.cases.find(({ caseNumber }) => caseNumber === number);
    if (found) await takeLabCase(services, followed, found);
    await inPractice(services.db, practiceId, async (tx) => {
      const reason = found ? "scans_missing" : "not_at_lab";
      const subject = { practiceId, caseId };
      const moved = await moveCase(tx, services, subject, {
        event: "find_missing",
        mover: { by: "portal" },
        reason,
      });
      // Refused where the lab had it: it is received by now.
      if (moved.ok) await tellNotSent(tx, services, subject, reason);
    });
  }
  return ok(null);
}
