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

export type LockedRecord = NonNullable<Awaited<ReturnType<typeof lockRecord>>>;

/** Whether a record still is what the code went to: not archived meanwhile, the number the same (R9, S9). */
export function isStillTheirs(
  record: LockedRecord,
  { mobile }: { readonly mobile: string },
): boolean {
  return record.archivedAt === null && record.mobilePhone === mobile;
}
