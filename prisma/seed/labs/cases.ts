import type { Temporal } from "temporal-polyfill";
import { CASE_STATES, type CaseState } from "@/domain/cases/case-moves";
import { nextCaseState } from "@/domain/cases/case-state";
import { CONSENT_WORDS } from "@/domain/cases/prescription";
import { ago, at, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import { addCasePhotos, addScans, type ScanMade } from "./case-files";
import { casePaths } from "./case-paths";
import type { ConnectionMade } from "./connections";
import { type DemoPrescription, demoPrescription } from "./demo-prescription";
import { type LabReportMade, labReport } from "./lab-reports";

export interface CaseMade {
  readonly number: string;
  readonly labCaseId: string | null;
  readonly idempotencyKey: string;
  readonly patientReference: string;
  readonly prescription: DemoPrescription;
  readonly connection: ConnectionMade;
  readonly scans: readonly ScanMade[];
  readonly state: CaseState;
  readonly createdAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | null;
  readonly receivedAt: Temporal.Instant | null;
  readonly updatedAt: Temporal.Instant;
  /** What the lab reported, in its order. */
  readonly reports: readonly LabReportMade[];
}

/** A case in each state; the second practice has those in which a case waits for somebody. */
export function addCases(
  making: Making,
  connections: readonly ConnectionMade[],
  patients: readonly PatientWithCourse[],
): CaseMade[] {
  const { words } = making;
  const own: readonly CaseState[] =
    words.shortName === "northgate"
      ? CASE_STATES
      : ["draft", "held_for_reauthentication", "plan_ready", "in_production", "in_treatment"];
  const withCourse = patients.filter(({ course, archived }) => course !== null && !archived);
  return own.flatMap((state, i) => {
    const fitting = connections.filter((one) => isFor(one, state));
    const connection = fitting[i % Math.max(fitting.length, 1)] ?? connections[0];
    const patient =
      withCourse.find(
        (one, j) =>
          j >= i && one.orthodontist.practitionerId === connection?.orthodontist.practitionerId,
      ) ?? withCourse[i];
    return connection && patient ? [addCase(making, connection, patient, state, i)] : [];
  });
}

/** Held cases belong to connections that lapsed; all others to those that work. */
function isFor(connection: ConnectionMade, state: CaseState): boolean {
  return (state === "held_for_reauthentication") !== connection.isReady;
}

function addCase(
  making: Making,
  connection: ConnectionMade,
  patient: PatientWithCourse,
  state: CaseState,
  index: number,
): CaseMade {
  const { rows, practiceId, chance, words, today } = making;
  const { orthodontist, lab } = connection;
  const path = casePaths[state];
  const lengthDays = path.length === 0 ? 1 : path.length * 3 + chance.between(1, 6);
  const createdAt = ago(making, { days: lengthDays + 2 });
  const id = chance.id(createdAt);
  const idempotencyKey = chance.id(createdAt);
  const prescription = demoPrescription(chance);
  let current: CaseState = "draft";
  let heldFrom: CaseState | null = null;
  const times = new Map<CaseState, Temporal.Instant>([["draft", createdAt]]);
  const reported = chance.fork(`reports of ${index}`);
  const reports: LabReportMade[] = [];
  const patientReference = `P-${patient.pmsPatientId}`;
  const tracking = `DEMO-${index + 1000}`;
  const event = { practiceId, caseId: id };
  const opened = { event: "create", toState: current, actorPersonId: orthodontist.personId };
  rows.add("tenant.case_event", {
    ...event,
    ...opened,
    id: chance.id(createdAt),
    actorRole: "orthodontist",
    at: at(createdAt),
  });
  path.forEach((step, i) => {
    const next = nextCaseState(current, step.event, step.by);
    if (!next.ok) throw new Error(`A case cannot ${step.event} in ${current}.`);
    const since = createdAt.add({
      hours: Math.round(((i + 1) * lengthDays * 24) / (path.length + 1)),
    });
    const report = labReport(reported, step, since, { prescription, tracking });
    if (report) reports.push(report);
    const byPerson = step.by === "orthodontist" || step.by === "staff";
    rows.add("tenant.case_event", {
      ...event,
      id: chance.id(since),
      event: step.event,
      fromState: current,
      toState: next.value,
      actorPersonId: byPerson ? orthodontist.personId : null,
      actorRole: step.by === "orthodontist" ? "orthodontist" : step.by === "staff" ? "staff" : null,
      reason:
        step.reason ?? (step.event === "hold_for_reauthentication" ? connection.heldBecause : null),
      labEventId: report?.id ?? null,
      at: at(since),
    });
    heldFrom = next.value === "on_hold" ? current : null;
    current = next.value;
    times.set(current, since);
  });
  const timeOf = (one: CaseState) => times.get(one) ?? null;
  const isAtLab = times.has("sent");
  const labCaseId = isAtLab ? chance.id(createdAt) : null;
  const updatedAt = timeOf(current) ?? createdAt;
  const number = `${words.shortName.slice(0, 2).toUpperCase()}-${today.year}-${String(index + 101).padStart(4, "0")}`;
  const stamp = (one: CaseState) => {
    const time = timeOf(one);
    return time ? at(time) : null;
  };
  rows.add("tenant.lab_case", {
    practiceId,
    id,
    number,
    patientId: patient.id,
    practitionerId: orthodontist.practitionerId,
    labId: lab.id,
    state,
    prescription,
    consentAt: path.length > 0 ? at(createdAt) : null,
    consentByPersonId: path.length > 0 ? orthodontist.personId : null,
    consentWords: path.length > 0 ? CONSENT_WORDS : null,
    step: path.length > 0 ? "review" : "prescription",
    labCaseId,
    idempotencyKey,
    submittedAt: stamp("queued"),
    sentAt: stamp("sent"),
    receivedAt: stamp("received"),
    shippedAt: stamp("shipped"),
    tracking: times.has("shipped") ? tracking : null,
    heldFrom,
    patientReference,
    reportsTaken: reports.length,
    reportsSeen: reports.length,
    createdAt: at(createdAt),
    updatedAt: at(updatedAt),
  });
  const made = { caseId: id, patient, connection, createdAt, receivedAt: timeOf("received") };
  const scans = path.length > 0 ? addScans(making, made) : [];
  if (index % 3 === 1) addCasePhotos(making, made);
  const planAt = timeOf("plan_ready");
  const plan = reports.find((report) => report.plan !== null)?.plan;
  if (planAt && plan) {
    const approvedAt = timeOf("approved");
    rows.add("tenant.lab_plan_review", {
      practiceId,
      id: chance.id(planAt),
      caseId: id,
      labPlanId: plan.id,
      number: plan.number,
      plan,
      receivedAt: at(planAt),
      decision: approvedAt ? "approved" : null,
      decidedByPersonId: approvedAt ? orthodontist.personId : null,
      decidedAt: approvedAt ? at(approvedAt) : null,
    });
  }
  return {
    number,
    labCaseId,
    idempotencyKey,
    patientReference,
    prescription,
    connection,
    scans,
    state,
    createdAt,
    sentAt: timeOf("sent"),
    receivedAt: timeOf("received"),
    updatedAt,
    reports,
  };
}
