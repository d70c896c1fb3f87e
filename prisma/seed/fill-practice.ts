import { addClinicPeople, type ClinicMade } from "./clinic/clinic-people";
import { addPractice } from "./clinic/practice-rows";
import { addVisitTypes } from "./clinic/visit-types";
import type { Making } from "./making";
import { addGuardians } from "./patients/guardians";
import type { PatientWithCourse } from "./patients/patient-rows";
import { addPatients, openRoster } from "./patients/roster";
import { addPlanEvents } from "./treatment/plan-events";
import { addPlan, type PlanMade } from "./treatment/plan-rows";
import type { VisitMade } from "./visits/appointment-rows";
import { addVisits } from "./visits/visits";

/** What was made, for those who need to know the same people: the simulators. */
export interface PracticeMade {
  readonly making: Making;
  readonly clinic: ClinicMade;
  readonly patients: readonly PatientWithCourse[];
  readonly visits: readonly VisitMade[];
  readonly plans: readonly PlanMade[];
}

/** Makes all rows of one practice. Nothing is written yet. */
export function fillPractice(making: Making, yearsAgo: number): PracticeMade {
  const locations = addPractice(making, yearsAgo);
  const clinic = addClinicPeople(making, locations);
  const types = addVisitTypes(making, clinic);
  const roster = openRoster(making, clinic);
  const listed = addPatients(making, roster);
  const patients = [...listed, ...addGuardians(making, roster, listed)];
  const plans = patients.flatMap((patient) =>
    patient.course ? [addPlan(making, patient, patient.course)] : [],
  );
  for (const plan of plans) addPlanEvents(making, plan);
  const visits = addVisits(making, clinic, types, patients);
  return { making, clinic, patients, visits, plans };
}
