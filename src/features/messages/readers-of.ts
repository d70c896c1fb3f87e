import type { Tx } from "@/db/client";

/** How many people on a patient's side can read its threads: with a login of their own, or as its guardian (R10). */
export async function readersOf(tx: Tx, practiceId: string, patientId: string): Promise<number> {
  const memberships = await tx.membership.count({
    where: { practiceId, role: "patient", patientId, endedAt: null },
  });
  const guardianships = await tx.guardianship.count({
    where: { practiceId, patientId, endedAt: null, birthDateConfirmedAt: { not: null } },
  });
  return memberships + guardianships;
}
