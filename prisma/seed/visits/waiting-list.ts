import type { VisitTypeMade } from "../clinic/visit-types";
import { ago, at, type Making, on } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";

/** Two who want an earlier time (R35). */
export function addWaitingList(
  making: Making,
  types: readonly VisitTypeMade[],
  patients: readonly PatientWithCourse[],
): void {
  const { rows, practiceId, chance, today } = making;
  const check = types.find(({ key }) => key === "check");
  if (!check) return;
  for (const patient of patients.filter((one) => one.registered).slice(3, 5)) {
    const createdAt = ago(making, { days: 4 });
    rows.add("tenant.waiting_list_entry", {
      practiceId,
      id: chance.id(createdAt),
      patientId: patient.id,
      visitTypeId: check.id,
      practitionerId: patient.orthodontist.practitionerId,
      earliestOn: on(today.add({ days: 1 })),
      latestOn: on(today.add({ days: 30 })),
      createdAt: at(createdAt),
    });
  }
}
