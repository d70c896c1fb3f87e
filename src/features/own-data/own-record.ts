import type { Tx } from "@/db/client";
import { instantText as at, dayText as day } from "./texts";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
}

/** The record as the practice keeps it for the portal. */
export async function ownRecord(tx: Tx, { practiceId, patientId }: Whose) {
  const { practitioner, dateOfBirth, emailVerifiedAt, mobileVerifiedAt, createdAt, ...record } =
    await tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: {
        firstName: true,
        lastName: true,
        preferredName: true,
        dateOfBirth: true,
        email: true,
        emailVerifiedAt: true,
        mobilePhone: true,
        mobileVerifiedAt: true,
        homePhone: true,
        workPhone: true,
        addressLine1: true,
        addressLine2: true,
        town: true,
        postcode: true,
        emergencyContactName: true,
        emergencyContactPhone: true,
        emergencyContactRelationship: true,
        createdAt: true,
        practitioner: { select: { name: true } },
      },
    });
  return {
    ...record,
    dateOfBirth: day(dateOfBirth),
    emailVerifiedAt: at(emailVerifiedAt),
    mobileVerifiedAt: at(mobileVerifiedAt),
    createdAt: at(createdAt),
    orthodontist: practitioner?.name ?? null,
  };
}

/** Changes of the record that were asked for in the portal. */
export async function ownRecordChanges(tx: Tx, { practiceId, patientId }: Whose) {
  const changes = await tx.recordChange.findMany({
    where: { practiceId, patientId },
    orderBy: { requestedAt: "asc" },
    select: { field: true, before: true, after: true, requestedAt: true, outcome: true },
  });
  return changes.map(({ requestedAt, ...change }) => ({ ...change, requestedAt: at(requestedAt) }));
}
