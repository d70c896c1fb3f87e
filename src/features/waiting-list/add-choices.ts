import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

export interface AddChoices {
  readonly patient: { readonly id: string; readonly name: string };
  readonly visits: readonly {
    readonly id: string;
    readonly name: string;
    readonly startsAt: string;
  }[];
  readonly types: readonly { readonly id: string; readonly name: string }[];
  readonly practitioners: readonly { readonly id: string; readonly name: string }[];
}

/** What the desk can put a patient on the list for; null for another practice's patient. */
export function addChoices(
  services: Services,
  { practiceId }: ClinicActor,
  patientId: string,
): Promise<AddChoices | null> {
  return inPractice(services.db, practiceId, async (tx) => {
    const patient = await tx.patient.findUnique({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: { id: true, firstName: true, lastName: true },
    });
    if (patient === null) return null;
    const visits = await tx.appointment.findMany({
      where: {
        practiceId,
        patientId,
        state: { in: ["requested", "booked", "confirmed"] },
        startsAt: { gt: fromInstant(services.now) },
      },
      orderBy: { startsAt: "asc" },
      take: 20,
      select: { id: true, startsAt: true, visitType: { select: { name: true } } },
    });
    const types = await tx.visitType.findMany({
      where: { practiceId, bookableOnline: true, archivedAt: null },
      orderBy: [{ position: "asc" }, { name: "asc" }],
      select: { id: true, name: true },
    });
    const practitioners = await tx.practitioner.findMany({
      where: { practiceId, archivedAt: null, acceptsOnlineBookings: true },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    });
    return {
      patient: { id: patient.id, name: `${patient.firstName} ${patient.lastName}` },
      visits: visits.map(({ id, startsAt, visitType }) => ({
        id,
        name: visitType.name,
        startsAt: toInstant(startsAt).toString(),
      })),
      types,
      practitioners,
    };
  });
}
