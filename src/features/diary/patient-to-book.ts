import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

/** Whom the desk came to book for from a record; null for a stranger's id and for an archived record. */
export async function patientToBook(
  services: Services,
  { practiceId }: ClinicActor,
  id: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const found = await inPractice(services.db, practiceId, (tx) =>
    tx.patient.findFirst({
      where: { practiceId, id, archivedAt: null },
      select: { firstName: true, lastName: true },
    }),
  );
  return found && { id, name: `${found.firstName} ${found.lastName}` };
}
