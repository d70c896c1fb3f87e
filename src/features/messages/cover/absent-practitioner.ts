import type { Tx } from "@/db/client";
import type { ClinicActor } from "@/features/access/actors";

export interface AbsentPractitioner {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
}

/** A practitioner whose absences somebody may set: admins everybody's, orthodontists their own; else null (S12). */
export function absentPractitioner(
  tx: Tx,
  { practiceId, role, personId }: ClinicActor,
  id: string,
): Promise<AbsentPractitioner | null> {
  return tx.practitioner.findFirst({
    where: { practiceId, id, archivedAt: null, ...(role !== "admin" && { personId }) },
    select: { id: true, personId: true, name: true },
  });
}
