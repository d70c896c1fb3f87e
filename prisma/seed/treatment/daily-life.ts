import type { Temporal } from "temporal-polyfill";
import { addUpload } from "../files/demo-files";
import { ago, at, doneOn, type Making, on } from "../making";
import type { PatientMade } from "../patients/patient-made";
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

/** Photo check-ins in each state (R24): who stands before one, and some of the others. */
export function addCheckIns(making: Making, plans: readonly PlanMade[]): void {
  const { rows, practiceId, chance, today } = making;
  const worn = plans.filter(({ current, patient }) => current && patient.registered);
  worn.forEach(({ patient, course, current, stages }, i) => {
    const checkIn = { practiceId, patientId: patient.id };
    const byPersonId = patient.orthodontist.personId;
    const requestedAt = ago(making, { days: 3, hours: 2 });
    if (course.point === "stop_photo") {
      const id = chance.id(requestedAt);
      // One of them sent yesterday: it waits for the orthodontist.
      const isSent = rows.of("tenant.check_in").some(({ state }) => state === "requested");
      const submittedAt = ago(making, { hours: 16 });
      rows.add("tenant.check_in", {
        ...checkIn,
        id,
        stageId: current?.id ?? null,
        state: isSent ? "submitted" : "requested",
        requestedByPersonId: byPersonId,
        dueOn: on(today.add({ days: 2 })),
        createdAt: at(requestedAt),
        submittedAt: isSent ? at(submittedAt) : null,
      });
      if (isSent) addViews(making, id, patient, submittedAt);
      return;
    }
    const earlier = stages.find(({ arch, number }) => arch === "upper" && number === 3);
    if (i % 4 !== 1 || !earlier?.wornDaysAgo) return;
    const submittedAt = doneOn(making, today.subtract({ days: earlier.wornDaysAgo }), 19 * 60);
    const isGo = i % 8 === 1;
    const id = chance.id(submittedAt);
    rows.add("tenant.check_in", {
      ...checkIn,
      id,
      stageId: earlier.id,
      state: isGo ? "go" : "not_yet",
      requestedByPersonId: byPersonId,
      note: isGo ? "All teeth follow well." : "Three more days with this one, then go on.",
      createdAt: at(submittedAt.subtract({ hours: 50 })),
      submittedAt: at(submittedAt),
      reviewedAt: at(submittedAt.add({ hours: 14 })),
      reviewedByPersonId: byPersonId,
    });
    addViews(making, id, patient, submittedAt);
  });
}

/** The guided set: three views, each with and without the aligner. */
function addViews(
  making: Making,
  checkInId: string,
  patient: PatientMade,
  submittedAt: Temporal.Instant,
): void {
  const { rows, practiceId, chance, shared } = making;
  ["front", "left", "right"].forEach((view, i) => {
    const photo = shared.files.photos[i];
    if (!photo) return;
    for (const withAligner of [true, false]) {
      const uploadId = addUpload(making, photo, {
        patientId: patient.id,
        byPersonId: patient.login.personId,
        fileName: `${view}.jpg`,
        kind: "photo",
        createdAt: submittedAt.subtract({ minutes: 5 }),
      });
      const id = chance.id(submittedAt);
      rows.add("tenant.check_in_photo", { practiceId, id, checkInId, uploadId, view, withAligner });
    }
  });
}

/** What went wrong with an aligner and was told here (R25). */
export function addProblems(making: Making, plans: readonly PlanMade[]): void {
  const { rows, practiceId, chance, today } = making;
  const kinds = ["lost", "cracked", "ill_fitting"] as const;
  const worn = plans.filter(({ current, patient }) => current && patient.registered);
  kinds.forEach((kind, i) => {
    const plan = worn[i * 5 + 3];
    if (!plan?.current) return;
    const reportedAt = ago(making, { days: i * 6 + 1, hours: 4 });
    rows.add("tenant.aligner_problem", {
      practiceId,
      id: chance.id(reportedAt),
      patientId: plan.patient.id,
      stageId: plan.current.id,
      kind,
      noticedOn: on(today.subtract({ days: i * 6 + 1 })),
      words: "It happened at lunch.",
      reportedByPersonId: plan.patient.login.personId,
      reportedAt: at(reportedAt),
      answeredAt: i === 0 ? null : at(reportedAt.add({ hours: 3 })),
    });
  });
}
