import type { ClinicMade } from "../clinic/clinic-people";
import { addAbsences, type VisitTypeMade } from "../clinic/visit-types";
import type { Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import { addAppointment, type VisitMade } from "./appointment-rows";
import { fillDiary } from "./diary";
import { type VisitWish, visitWishes } from "./wishes";

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
  fillDiary(making, clinic, closed, (orthodontist, dayOffset, isQuiet) => {
    const lists = waiting.get(orthodontist.practitionerId) ?? [];
    const list = mostUrgent(lists, dayOffset, isQuiet);
    const type = types.find(({ key }) => key === list?.[0]?.type);
    if (!list || !type) return null;
    return {
      type,
      take(time) {
        const wish = list.shift();
        if (!wish) return;
        const visit = addAppointment(making, clinic, wish.patient, type, time);
        made.push(visit);
        // Missed or called off: a new visit soon after, and nobody comes twice in a week.
        const isLost = visit.state === "no_show" || visit.state === "cancelled";
        if (isLost) list.unshift({ ...wish, fromOffset: dayOffset + 4, cannotWait: true });
        else if (list[0])
          list[0] = { ...list[0], fromOffset: Math.max(list[0].fromOffset, dayOffset + 6) };
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
  dayOffset: number,
  isQuiet: boolean,
): VisitWish[] | undefined {
  let best: VisitWish[] | undefined;
  for (const list of lists) {
    const first = list[0];
    if (!first || first.fromOffset > dayOffset || (isQuiet && !first.cannotWait)) continue;
    if (best?.[0] === undefined || first.fromOffset < best[0].fromOffset) best = list;
  }
  return best;
}
