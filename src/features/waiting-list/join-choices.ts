import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { findAppointment } from "@/features/appointments/queries";
import type { AppointmentView } from "@/features/appointments/schema";
import { visitTypes } from "@/features/appointments/slot-queries";
import type { Services } from "@/server/services";
import { ownWaitingList } from "./queries";

export interface JoinChoices {
  readonly visit: AppointmentView | null;
  readonly visitType: { readonly id: string; readonly name: string };
  /** Their own orthodontist, or the visit's; null where only anybody can be waited for. */
  readonly own: { readonly id: string; readonly name: string } | null;
  /** What stands in the way of joining. */
  readonly closed: "already" | "not_movable" | null;
}

interface Asked {
  readonly visitId: string | undefined;
  readonly typeId: string | undefined;
}

/** What the page to join the list shows; null where there is no such visit or type for this patient. */
export async function joinChoices(
  services: Services,
  actor: PatientActor,
  { visitId, typeId }: Asked,
): Promise<JoinChoices | null> {
  const [visit, types, own] = await Promise.all([
    visitId === undefined ? null : findAppointment(services, actor, visitId),
    visitTypes(services, actor),
    ownWaitingList(services, actor),
  ]);
  if (visitId !== undefined && visit === null) return null;
  const items = types.ok ? types.value.items : [];
  const wantedId = visit?.visitType.id ?? typeId;
  const bookable = items.find(({ id }) => id === wantedId);
  const visitType = bookable ?? visit?.visitType;
  if (!visitType) return null;
  const waits = own.ok && own.value.items.some((entry) => entry.visitType.id === visitType.id);
  const movable = bookable && (visit === null || visit.rescheduling === "possible");
  return {
    visit,
    visitType: { id: visitType.id, name: visitType.name },
    own: await ownPractitioner(services, actor, visitType.id, visit?.practitioner.id ?? null),
    closed: waits ? "already" : movable ? null : "not_movable",
  };
}

/** The visit's orthodontist or the patient's own, if they take this type of visit beside others. */
function ownPractitioner(
  services: Services,
  { practiceId, patientId }: PatientActor,
  visitTypeId: string,
  visitsId: string | null,
) {
  return inPractice(services.db, practiceId, async (tx) => {
    const takers = await tx.practitioner.findMany({
      where: {
        practiceId,
        archivedAt: null,
        acceptsOnlineBookings: true,
        visitTypePractitioners: { some: { visitTypeId } },
      },
      select: { id: true, name: true },
    });
    const patient = await tx.patient.findUnique({
      where: { practiceId_id: { practiceId, id: patientId } },
      select: { practitionerId: true },
    });
    const ownId = visitsId ?? patient?.practitionerId;
    return takers.length > 1 ? (takers.find(({ id }) => id === ownId) ?? null) : null;
  });
}
