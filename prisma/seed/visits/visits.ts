import type { ClinicMade } from "../clinic/clinic-people";
import { addAbsences, type VisitTypeMade } from "../clinic/visit-types";
import type { Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import { addAppointment, type VisitMade } from "./appointment-rows";
import { fillDiary } from "./diary";
import { type VisitWish, visitWishes } from "./wishes";

/** Days between two visits of one person. */
const restDays = 4;

/** A year of visits behind and two months ahead. */
export function addVisits(
  making: Making,
  clinic: ClinicMade,
  types: readonly VisitTypeMade[],
  patients: readonly PatientWithCourse[],
): VisitMade[] {
  const closed = addAbsences(making, clinic);
  const waiting = new Map(clinic.orthodontists.map((one) => [one.practitionerId, queues()]));
  patients.forEach((patient, index) => {
    const wishes = visitWishes(making, patient, index);
    if (wishes.length > 0) waiting.get(patient.orthodontist.practitionerId)?.push(wishes);
  });
  const made: VisitMade[] = [];
  const lastSeen = new Map<string, number>();
  fillDiary(making, clinic, closed, (orthodontist, dayOffset, isQuiet) => {
    const lists = waiting.get(orthodontist.practitionerId) ?? [];
    // Around today the diary is to look lived in: who is due soon comes now.
    const until = Math.abs(dayOffset) <= 1 ? dayOffset + 3 : dayOffset;
    const list = mostUrgent(lists, until, isQuiet, (patientId) => {
      return dayOffset - (lastSeen.get(patientId) ?? Number.NEGATIVE_INFINITY) >= restDays;
    });
    const type = types.find(({ key }) => key === list?.[0]?.type);
    if (!list || !type) return null;
    return {
      type,
      take(time) {
        const wish = list.shift();
        if (!wish) return;
        const visit = addAppointment(making, clinic, wish.patient, type, time);
        made.push(visit);
        lastSeen.set(wish.patient.id, dayOffset);
        // Missed or called off: a new visit soon after.
        const isLost = visit.state === "no_show" || visit.state === "cancelled";
        if (isLost) list.unshift({ ...wish, fromOffset: dayOffset + 4, cannotWait: true });
      },
    };
  });
  return made;
}

function queues(): VisitWish[][] {
  return [];
}

/** The list whose first wish has waited longest. */
function mostUrgent(
  lists: readonly VisitWish[][],
  untilOffset: number,
  isQuiet: boolean,
  hasRested: (patientId: string) => boolean,
): VisitWish[] | undefined {
  let best: VisitWish[] | undefined;
  for (const list of lists) {
    const first = list[0];
    if (!first || first.fromOffset > untilOffset || (isQuiet && !first.cannotWait)) continue;
    if (!hasRested(first.patient.id)) continue;
    if (best?.[0] === undefined || first.fromOffset < best[0].fromOffset) best = list;
  }
  return best;
}
