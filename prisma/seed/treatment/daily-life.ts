import { at, doneOn, type Making, on } from "../making";
import type { PlanMade } from "./plan-rows";

/** Wear-time logs of the last four weeks (R23): most wear enough, some forget to write it down. */
export function addWearLog(making: Making, { patient, course, current }: PlanMade): void {
  const { rows, practiceId, chance, today } = making;
  if (!current || !patient.registered || course.point === "retention") return;
  const isWriter = chance.happens(0.75);
  if (!isWriter && course.point !== "due_today") return;
  const usual = chance.pick([1_340, 1_320, 1_290, 1_230]);
  for (let day = 28; day >= 1; day -= 1) {
    if (day > course.beganDaysAgo || chance.happens(0.12)) continue;
    const date = today.subtract({ days: day });
    const recordedAt = doneOn(making, date, 22 * 60);
    rows.add("tenant.wear_log", {
      practiceId,
      id: chance.id(recordedAt),
      patientId: patient.id,
      on: on(date),
      minutes: Math.min(
        1_420,
        usual + chance.between(-9, 6) * 10 - (chance.happens(0.08) ? 300 : 0),
      ),
      recordedByPersonId: patient.login.personId,
      recordedAt: at(recordedAt),
    });
  }
}
