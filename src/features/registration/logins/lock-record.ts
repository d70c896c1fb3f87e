import type { Tx } from "@/db/client";

/** A record, locked until the transaction ends: what happens to one patient's login happens in turn. Null: no such record. */
export async function lockRecord(tx: Tx, practiceId: string, patientId: string) {
  await tx.$executeRaw`
    select from tenant.patient where practice_id = ${practiceId}::uuid and id = ${patientId}::uuid for update`;
  return tx.patient.findUnique({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: {
      id: true,
      practiceId: true,
      firstName: true,
      lastName: true,
      preferredName: true,
      dateOfBirth: true,
      email: true,
      mobilePhone: true,
      loginId: true,
      personId: true,
      portalStatus: true,
      archivedAt: true,
    },
  });
}
