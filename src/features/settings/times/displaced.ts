import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { displacedVisits, type PracticeHours } from "@/domain/appointments/displaced-visits";
import type { ClinicActor } from "@/features/access/actors";
import { locationTimes, practitionerTimes } from "@/features/diary/diary-facts";
import type { Services } from "@/server/services";
import { daysAhead, type TimesFacts } from "./times-facts";

/** A coming visit, request, wish for another time, or live hold: what may yet stand at its time. */
export interface ComingVisit {
  readonly id: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly practitionerId: string;
  readonly locationId: string;
  readonly chairId: string | null;
  readonly patient: string;
  readonly practitioner: string;
  readonly visitType: string;
}

/** Booked, confirmed, asked for or held, not over yet, by start. */
export async function comingVisits(
  tx: Tx,
  services: Pick<Services, "now">,
  practiceId: string,
  where: { readonly chairId?: string; readonly locationId?: string } = {},
): Promise<ComingVisit[]> {
  const rows = await tx.appointment.findMany({
    where: {
      ...where,
      practiceId,
      OR: [
        { state: { in: ["requested", "booked", "confirmed"] } },
        { state: "held", holdExpiresAt: { gt: fromInstant(services.now) } },
      ],
      endsAt: { gt: fromInstant(services.now) },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      practitionerId: true,
      locationId: true,
      chairId: true,
      patient: { select: { firstName: true, lastName: true } },
      practitioner: { select: { name: true } },
      visitType: { select: { name: true } },
    },
  });
  return rows.map(({ startsAt, endsAt, patient, practitioner, visitType, ...row }) => ({
    ...row,
    startMs: startsAt.getTime(),
    endMs: endsAt.getTime(),
    patient: `${patient.firstName} ${patient.lastName}`,
    practitioner: practitioner.name,
    visitType: visitType.name,
  }));
}

/** The coming visits that would fall outside hours or into a closure, by the rule (R36). */
export function displacedBy(
  services: Pick<Services, "now">,
  { zone }: Pick<ClinicActor, "zone">,
  visits: readonly ComingVisit[],
  before: TimesFacts,
  after: TimesFacts,
): ComingVisit[] {
  if (before.hours === after.hours) return [];
  return displacedVisits(visits, hoursOf(before), hoursOf(after), {
    zone,
    ...daysAhead(services, zone),
  });
}

/** Of the facts, when and where the practice sees patients. */
export function hoursOf({ hours }: TimesFacts): PracticeHours {
  return {
    locations: locationTimes(hours),
    practitioners: hours.practitioners.map(practitionerTimes),
    closures: hours.closures,
  };
}
