import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { readersOf } from "../readers-of";

export interface Addressee {
  readonly name: string;
  /** Whether anybody on the patient's side could read a message. */
  readonly isReached: boolean;
  /** Whether the practice lets its team take part in threads. */
  readonly withStaff: boolean;
}

/** Whom somebody of the practice would write to; null where there is no such patient here. */
export async function addressee(
  services: Services,
  { practiceId }: ClinicActor,
  patientId: string,
): Promise<Addressee | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(patientId)) return null;
  return inPractice(services.db, practiceId, async (tx) => {
    const found = await tx.patient.findFirst({
      where: { practiceId, id: patientId, archivedAt: null },
      select: { firstName: true, preferredName: true, lastName: true },
    });
    if (!found) return null;
    const settings = await tx.practiceSettings.findUnique({
      where: { practiceId },
      select: { staffInThreads: true },
    });
    return {
      name: `${found.preferredName ?? found.firstName} ${found.lastName}`,
      isReached: (await readersOf(tx, practiceId, patientId)) > 0,
      withStaff: settings?.staffInThreads ?? true,
    };
  });
}
