import type { Tx } from "@/db/client";
import { fromDay, toDay } from "@/db/time";
import type { RecordFacts, RegistrationDetails } from "@/domain/registration/matching";

/**
 * Every record of the practice that shares the birth date or the mobile number with the details: enough for the match,
 * and for staff to see which single detail differs (R5, R8).
 */
export async function findRecords(
  tx: Tx,
  practiceId: string,
  details: Pick<RegistrationDetails, "dateOfBirth" | "mobile">,
): Promise<RecordFacts[]> {
  const rows = await tx.patient.findMany({
    where: {
      practiceId,
      OR: [{ dateOfBirth: fromDay(details.dateOfBirth) }, { mobilePhone: details.mobile }],
    },
    select: {
      id: true,
      firstName: true,
      lastName: true,
      preferredName: true,
      dateOfBirth: true,
      email: true,
      mobilePhone: true,
      homePhone: true,
      workPhone: true,
      archivedAt: true,
      portalStatus: true,
    },
    take: 1000,
  });
  return rows.map((row) => ({
    id: row.id,
    firstName: row.firstName,
    lastName: row.lastName,
    alsoCalled: row.preferredName === null ? [] : [row.preferredName],
    dateOfBirth: toDay(row.dateOfBirth),
    email: row.email,
    mobile: row.mobilePhone,
    homePhone: row.homePhone,
    workPhone: row.workPhone,
    isArchived: row.archivedAt !== null,
    isRegistered: row.portalStatus === "registered",
  }));
}
