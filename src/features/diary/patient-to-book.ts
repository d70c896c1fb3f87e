import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

/** A patient the desk can book for. */
export interface PatientToBook {
  readonly id: string;
  readonly name: string;
  /** May not book online; the desk may book for them (R9). */
  readonly bookingRestricted: boolean;
}

/** Whom the desk came to book for from a record; null for a stranger's id and for an archived record. */
export async function patientToBook(
  services: Services,
  { practiceId }: ClinicActor,
  id: string,
): Promise<PatientToBook | null> {
  const found = await inPractice(services.db, practiceId, (tx) =>
    tx.patient.findFirst({
      where: { practiceId, id, archivedAt: null },
      select: { firstName: true, lastName: true, bookingRestrictedAt: true },
    }),
  );
  return (
    found && {
      id,
      name: `${found.firstName} ${found.lastName}`,
      bookingRestricted: found.bookingRestrictedAt !== null,
    }
  );
}
