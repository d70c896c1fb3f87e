import type { VisitTypeKey } from "../clinic/visit-types";
import type { Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import { daysAhead, daysBehind } from "./diary";

/** A visit somebody needs from a day on, in days from today. */
export interface VisitWish {
  readonly patient: PatientWithCourse;
  readonly type: VisitTypeKey;
  readonly fromOffset: number;
  /** Takes place on a quiet day too. */
  readonly cannotWait: boolean;
}

const checkEveryDays = 19;
const dayMs = 86_400_000;

/**
 * The visits of one patient, the first one first: from the consultation to a check some weeks ahead.
 * The first patients, whom a visitor meets, have their next visit outside the notice windows (R32).
 */
export function visitWishes(
  making: Making,
  patient: PatientWithCourse,
  index: number,
): VisitWish[] {
  const { chance, now } = making;
  const listedDays = Math.floor(
    (now.epochMilliseconds - patient.createdAt.epochMilliseconds) / dayMs,
  );
  const wish = (type: VisitTypeKey, fromOffset: number, cannotWait = false): VisitWish => {
    return { patient, type, fromOffset: Math.round(fromOffset), cannotWait };
  };
  if (patient.course === null) {
    const isAhead = chance.happens(0.6);
    return [wish("consultation", isAhead ? chance.between(2, 20) : 4 - listedDays, true)];
  }
  const { beganDaysAgo, point, series } = patient.course;
  const wishes = [
    wish("consultation", 4 - listedDays, true),
    wish("scan", 11 - listedDays, true),
    wish("start", -beganDaysAgo, true),
  ];
  const last = lastOffset(making, patient, index);
  const step = () => checkEveryDays + chance.between(-3, 9);
  for (let offset = -beganDaysAgo + step(); offset <= last; offset += step()) {
    wishes.push(wish("check", offset));
  }
  const later = series[1];
  if (later && later.startsDaysAgo !== null) {
    const type = later.kind === "retention" ? "retainer" : "review";
    wishes.push(wish(type, -later.startsDaysAgo, true));
  }
  if (index < 6 && point !== "before_first") wishes.push(wish("check", 7 + index * 2, true));
  if (point === "refinement" && index % 3 === 0) wishes.push(wish("review", 12, true));
  const isSoon = ({ fromOffset }: VisitWish) => fromOffset >= -2 && fromOffset <= 3;
  const sorted = wishes
    .filter(
      (one) =>
        one.fromOffset > -daysBehind && one.fromOffset <= last && !(index < 6 && isSoon(one)),
    )
    .sort((a, b) => a.fromOffset - b.fromOffset);
  const ahead = sorted.findIndex(({ fromOffset }) => fromOffset > 0);
  return ahead < 0 ? sorted : sorted.slice(0, ahead + 2);
}

/** How far ahead somebody has booked: some have no next visit, and who has left has none at all. */
function lastOffset(making: Making, patient: PatientWithCourse, index: number): number {
  if (patient.archived || patient.point === "finished") return -45;
  if (index < 6) return 30;
  if (patient.point === "stop_visit" || index % 7 === 3) return -1;
  return index % 4 === 0 ? 28 : Math.min(daysAhead - 8, 40 + making.chance.between(0, 14));
}
