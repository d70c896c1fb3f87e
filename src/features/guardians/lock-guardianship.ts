import type { Tx } from "@/db/client";

/** One guardianship, locked until the transaction ends; null for another practice's or none. */
export async function lockGuardianship(tx: Tx, practiceId: string, id: string) {
  await tx.$executeRaw`
    select from tenant.guardianship where practice_id = ${practiceId}::uuid and id = ${id}::uuid for update`;
  return tx.guardianship.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: {
      id: true,
      patientId: true,
      guardianPersonId: true,
      rights: true,
      fromOn: true,
      untilOn: true,
      birthDateConfirmedAt: true,
      endedAt: true,
    },
  });
}
