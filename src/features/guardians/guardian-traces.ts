import { toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

/** Something a guardian did or looked at for the patient. */
export interface GuardianTrace {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  /** As the audit log names it. */
  readonly action: string;
  /** The guardian's name at the time. */
  readonly by: string;
}

const MOST = 12;

/** R10: what guardians did for a patient, each with the guardian's name; the newest first. */
export async function guardianTraces(
  services: Services,
  { practiceId }: ClinicActor,
  patientId: string,
): Promise<GuardianTrace[]> {
  const rows = await inPractice(services.db, practiceId, (tx) =>
    tx.auditEntry.findMany({
      where: { practiceId, patientId, actorRole: "guardian" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST,
      select: { id: true, at: true, action: true, actorName: true },
    }),
  );
  return rows.map(({ id, at, action, actorName }) => ({
    id,
    at: toInstant(at).toString(),
    action,
    by: actorName ?? "",
  }));
}
