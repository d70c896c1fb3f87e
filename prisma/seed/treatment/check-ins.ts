import type { Temporal } from "temporal-polyfill";
import { addUpload } from "../files/demo-files";
import { ago, at, doneOn, type Making, on } from "../making";
import type { PatientMade } from "../patients/patient-made";
import type { PlanMade } from "./plan-rows";

type StageMade = PlanMade["stages"][number];

/**
 * Photo check-ins in each state (R24): who stands before a stop has sent sets before, and one of them waits for the
 * orthodontist since yesterday; some of the others were judged once. One was asked for in between, of a patient of the
 * practice's first orthodontist, and was sent as well.
 */
export function addCheckIns(making: Making, plans: readonly PlanMade[]): void {
  const worn = plans.filter(({ current, patient }) => current && patient.registered);
  let stops = 0;
  worn.forEach((plan, i) => {
    if (plan.course.point === "stop_photo") {
      for (const [step, stage] of earlierStages(plan, [2, 4]).entries())
        addJudged(making, plan, stage, { step, isGo: true });
      addOpen(making, plan, stops > 0);
      stops += 1;
      return;
    }
    const [earlier] = earlierStages(plan, [3]);
    if (i % 4 === 1 && earlier) addJudged(making, plan, earlier, { step: 0, isGo: i % 8 === 1 });
  });
  const first = plans[0]?.patient.orthodontist;
  const between = worn.findLast(
    ({ course, patient }) => course.point === "midway" && patient.orthodontist === first,
  );
  const own = { ...making, chance: making.chance.fork("in between") };
  if (between) addOpen(own, between, true);
}

function earlierStages({ stages, current }: PlanMade, numbers: readonly number[]): StageMade[] {
  return numbers.flatMap(
    (wanted) =>
      stages.find(
        ({ arch, number, wornDaysAgo, id }) =>
          arch === "upper" && number === wanted && !!wornDaysAgo && id !== current?.id,
      ) ?? [],
  );
}

/** What waits: asked for three days ago, and for all but the first one sent since. */
function addOpen(making: Making, { patient, current }: PlanMade, isSent: boolean): void {
  const { rows, practiceId, chance, today } = making;
  const requestedAt = ago(making, { days: 3, hours: 2 });
  const submittedAt = ago(making, { hours: 16 });
  const id = chance.id(requestedAt);
  rows.add("tenant.check_in", {
    practiceId,
    patientId: patient.id,
    id,
    stageId: current?.id ?? null,
    state: isSent ? "submitted" : "requested",
    dueOn: on(today.add({ days: 2 })),
    createdAt: at(requestedAt),
    submittedAt: isSent ? at(submittedAt) : null,
  });
  if (isSent) addSet(making, id, patient, { step: 2, submittedAt });
}

function addJudged(
  making: Making,
  { patient }: PlanMade,
  stage: StageMade,
  { step, isGo }: { step: number; isGo: boolean },
): void {
  const { rows, practiceId, chance, today } = making;
  const day = today.subtract({ days: stage.wornDaysAgo ?? 0 });
  const submittedAt = doneOn(making, day, 19 * 60);
  const id = chance.id(submittedAt);
  rows.add("tenant.check_in", {
    practiceId,
    patientId: patient.id,
    id,
    stageId: stage.id,
    state: isGo ? "go" : "not_yet",
    requestedByPersonId: patient.orthodontist.personId,
    createdAt: at(submittedAt.subtract({ hours: 50 })),
    submittedAt: at(submittedAt),
    reviewedAt: at(submittedAt.add({ hours: 14 })),
    reviewedByPersonId: patient.orthodontist.personId,
    reviewedByName: patient.orthodontist.name,
    verdictNote: isGo ? "All teeth follow well." : "Three more days with this one, then go on.",
  });
  addSet(making, id, patient, { step, submittedAt });
}

/** The guided set, every view drawn; the front once more with the aligner in. */
function addSet(
  making: Making,
  checkInId: string,
  patient: PatientMade,
  { step, submittedAt }: { step: number; submittedAt: Temporal.Instant },
): void {
  const { rows, practiceId, chance, shared } = making;
  const drawn = shared.files.mouths.filter((mouth) => mouth.step === step);
  for (const { view, withAligner, file } of drawn) {
    const uploadId = addUpload(making, file, {
      patientId: patient.id,
      byPersonId: patient.login.personId,
      fileName: `${view}.jpg`,
      kind: "photo",
      createdAt: submittedAt.subtract({ minutes: 5 }),
    });
    const id = chance.id(submittedAt);
    rows.add("tenant.check_in_photo", { practiceId, id, checkInId, uploadId, view, withAligner });
  }
}
