import { addCare } from "./care/care";
import { addClinicPeople, type ClinicMade } from "./clinic/clinic-people";
import { addPapers } from "./clinic/practice-papers";
import { addPractice } from "./clinic/practice-rows";
import { addVisitTypes } from "./clinic/visit-types";
import { addDeliveries } from "./contact/deliveries";
import { addFailedRegistrations } from "./contact/failed-registrations";
import { addLoginLinks } from "./contact/login-links";
import { addAudit, addWishes } from "./contact/traces";
import { addCases, type CaseMade } from "./labs/cases";
import { addLabConnections, type ConnectionMade } from "./labs/connections";
import type { DemoLab } from "./labs/demo-labs";
import type { Making } from "./making";
import { addThreads } from "./messages/threads";
import { addGuardians } from "./patients/guardians";
import type { PatientWithCourse } from "./patients/patient-rows";
import { addPatients, openRoster } from "./patients/roster";
import { addCheckIns, addProblems, addWearLog } from "./treatment/daily-life";
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
  readonly connections: readonly ConnectionMade[];
  readonly cases: readonly CaseMade[];
}

/** Makes all rows of one practice. Nothing is written yet. */
export function fillPractice(
  making: Making,
  yearsAgo: number,
  labs: readonly DemoLab[],
): PracticeMade {
  const locations = addPractice(making, yearsAgo);
  addPapers(making);
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
  const connections = addLabConnections(making, clinic, labs);
  const cases = addCases(making, connections, patients);
  for (const plan of plans) addWearLog(making, plan);
  addCheckIns(making, plans);
  addProblems(making, plans);
  addThreads(making, clinic, patients);
  addLoginLinks(making, clinic, listed);
  addFailedRegistrations(making, clinic, listed);
  addDeliveries(making, patients, visits);
  addWishes(making, types, patients);
  addCare(making, patients);
  addAudit(making, clinic, patients);
  return { making, clinic, patients, visits, plans, connections, cases };
}
