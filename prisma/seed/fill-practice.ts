import { addCare } from "./care/care";
import { addClinicPeople, type ClinicMade } from "./clinic/clinic-people";
import { addPapers } from "./clinic/practice-papers";
import { addPractice } from "./clinic/practice-rows";
import { addVisitTypes } from "./clinic/visit-types";
import { addDeliveries } from "./contact/deliveries";
import { addFailedRegistrations } from "./contact/failed-registrations";
import { addLoginLinks } from "./contact/login-links";
import { addRepairs } from "./contact/repairs";
import { addAudit, addNotificationChoices } from "./contact/traces";
import { addCases, type CaseMade } from "./labs/cases";
import { addLabConnections, type ConnectionMade } from "./labs/connections";
import type { DemoLab } from "./labs/demo-labs";
import type { Making } from "./making";
import { addHandled } from "./messages/handled";
import { addThreads } from "./messages/threads";
import { addGuardians } from "./patients/guardians";
import type { PatientWithCourse } from "./patients/patient-rows";
import { addPatients, openRoster } from "./patients/roster";
import { addCheckIns } from "./treatment/check-ins";
import { courseAt } from "./treatment/course";
import { addWearLog } from "./treatment/daily-life";
import { addPlanEvents } from "./treatment/plan-events";
import { addPlan, type PlanMade } from "./treatment/plan-rows";
import { addProblems } from "./treatment/problems";
import type { VisitMade } from "./visits/appointment-rows";
import { addClosedHour } from "./visits/closed-hour";
import { addVisits } from "./visits/visits";
import { addWaitingList } from "./visits/waiting-list";

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
  const part = (name: string): Making => ({ ...making, chance: making.chance.fork(name) });
  const locations = addPractice(making, yearsAgo);
  addPapers(part("papers"));
  const clinic = addClinicPeople(part("clinic"), locations);
  const types = addVisitTypes(part("visit types"), clinic);
  const people = part("patients");
  const roster = openRoster(making, clinic);
  const listed = addPatients(people, roster);
  const patients = [...listed, ...addGuardians(people, part("further guardians"), roster, listed)];
  const treatment = part("treatment");
  const plans = patients.flatMap((patient) =>
    patient.course ? [addPlan(treatment, patient, patient.course)] : [],
  );
  for (const plan of plans) addPlanEvents(treatment, plan);
  addDraft(part("draft"), patients);
  const visits = addVisits(part("visits"), clinic, types, patients);
  addClosedHour(part("closed hour"), clinic, listed, visits);
  addWaitingList(part("waiting list"), types, patients);
  const connections = addLabConnections(part("labs"), clinic, labs);
  const cases = addCases(part("cases"), connections, patients);
  const life = part("daily life");
  for (const plan of plans) addWearLog(life, plan);
  addCheckIns(part("check-ins"), plans);
  addProblems(life, plans);
  addThreads(part("threads"), clinic, patients);
  addHandled(part("handled threads"), clinic);
  addLoginLinks(part("login links"), clinic, listed);
  addFailedRegistrations(part("failed registrations"), clinic, listed);
  addDeliveries(part("deliveries"), patients, visits);
  addRepairs(part("repairs"), clinic, listed);
  addNotificationChoices(part("wishes"), patients);
  addCare(part("care"), patients);
  addAudit(part("audit"), clinic, patients);
  return { making, clinic, patients, visits, plans, connections, cases };
}

/** A plan that the practice's first orthodontist has still to approve; its patient is told that it is on its way. */
function addDraft(making: Making, patients: readonly PatientWithCourse[]): void {
  const first = patients[0]?.orthodontist;
  const patient = patients.find((one) => one.point === "new" && one.orthodontist === first);
  const course = courseAt("before_first", making.chance);
  if (patient && course) addPlan(making, patient, course, true);
}
