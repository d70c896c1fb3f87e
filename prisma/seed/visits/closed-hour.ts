import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { VisitMade } from "./appointment-rows";

/** Not within what somebody who tries the demo looks at first. */
const firstOffset = 8;
/** The first patients, whom a visitor meets, keep their visits. */
const spared = 8;
const reason = "Fire alarm test";

/** An hour at one location, closed after people had booked into it: a list to work through (R36). */
export function addClosedHour(
  making: Making,
  clinic: ClinicMade,
  patients: readonly PatientWithCourse[],
  visits: readonly VisitMade[],
): void {
  const { rows, practiceId, chance } = making;
  const met = new Set(patients.slice(0, spared).map(({ id }) => id));
  const standing = visits
    .filter(({ state }) => state === "booked" || state === "confirmed")
    .sort((a, b) => a.time.startsAtMs - b.time.startsAtMs);
  const isMet = ({ patient, time }: VisitMade) =>
    met.has(patient.id) || time.dayOffset < firstOffset;
  const first = standing.find((visit) => !isMet(visit));
  if (!first) return;
  const { locationId } = first.time;
  const createdAt = ago(making, { hours: 20 });
  const [sourceId, id] = [chance.id(createdAt), chance.id(createdAt)];
  const times = { startsAt: at(first.startsAt), endsAt: at(first.startsAt.add({ hours: 1 })) };
  rows.add("tenant.closure", { practiceId, id: sourceId, locationId, reason, ...times });
  rows.add("tenant.disruption", {
    practiceId,
    id,
    cause: "closure",
    sourceId,
    locationId,
    reason,
    ...times,
    createdAt: at(createdAt),
    createdByPersonId: clinic.admin.personId,
  });
  const displaced = standing.filter(
    ({ time, startsAt, endsAt }) =>
      time.locationId === locationId && at(startsAt) < times.endsAt && at(endsAt) > times.startsAt,
  );
  for (const { id: appointmentId, startsAt, time } of displaced)
    rows.add("tenant.disrupted_visit", {
      practiceId,
      disruptionId: id,
      appointmentId,
      startsAt: at(startsAt),
      practitionerId: time.orthodontist.practitionerId,
      chairId: time.chairId,
    });
}
