import { inPractice } from "@/db/transaction";
import type { Services } from "@/server/services";
import { moveOn, type Registration } from "../own-registration";
import { recordFailure } from "./failed-registration";

/** R8: the record changed under way; the registration is over, and staff see it and decide. */
export async function leaveToPractice(
  services: Services,
  registration: Registration,
): Promise<void> {
  const { practiceId, patientId } = registration;
  await inPractice(services.db, practiceId, async (tx) => {
    if (!(await moveOn(tx, services, registration, "failed", { passwordHash: null }))) return;
    const record =
      patientId === null
        ? null
        : await tx.patient.findUnique({
            where: { practiceId_id: { practiceId, id: patientId } },
            select: { archivedAt: true },
          });
    const cause = record?.archivedAt ? "archived" : "no_record";
    await recordFailure(tx, services, { ...registration, cause });
  });
}
