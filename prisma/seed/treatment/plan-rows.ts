import { at, doneOn, type Making, on } from "../making";
import type { PatientMade } from "../patients/patient-made";
import type { Course, CourseSeries, CourseStage } from "./course";
import { planSnapshot, type SeriesMade, type StageMade } from "./plan-snapshot";

export interface PlanMade {
  readonly id: string;
  readonly patient: PatientMade;
  readonly course: Course;
  readonly stages: readonly StageMade[];
  /** The last stage worn of an arch; undefined before the first aligner. */
  readonly current: StageMade | undefined;
}

/** What orthodontists of the demo say beforehand about problems (R25). */
export const problemAdvice = {
  lost: "Wear the aligner before it, day and night, and write to us the same day.",
  cracked: "Keep wearing it if it has no sharp edge. Send a photo here.",
  ill_fitting:
    "Use the chewies for ten minutes, twice a day. Write to us if it does not sit after two days.",
};

/**
 * The plan, its series and stages, every change so far and what happened between. A draft waits for its orthodontist's
 * approval since three days.
 */
export function addPlan(
  making: Making,
  patient: PatientMade,
  course: Course,
  isDraft = false,
): PlanMade {
  const { rows, practiceId, chance, today } = making;
  const daysAgo = isDraft ? 3 : Math.max(course.beganDaysAgo, 0) + 14;
  const madeAt = doneOn(making, today.subtract({ days: daysAgo }), 11 * 60);
  const id = chance.id(madeAt);
  const isFinished = course.point === "finished";
  const hasSecond = course.series.length > 1;
  rows.add("tenant.treatment_plan", {
    practiceId,
    id,
    patientId: patient.id,
    practitionerId: patient.orthodontist.practitionerId,
    currentVersion: hasSecond ? 2 : 1,
    startsOn: on(today.subtract({ days: course.beganDaysAgo })),
    approvedAt: isDraft ? null : at(madeAt),
    completedAt: isFinished ? at(doneOn(making, today.subtract({ days: 2 }), 15 * 60)) : null,
    problemAdvice,
    createdAt: at(madeAt),
  });
  const made = course.series.map((series, i) => addSeries(making, id, series, i + 1));
  const stages = made.flatMap((series) => series.stages);
  addVersions(making, id, patient, made, madeAt);
  for (const stage of stages) addChange(making, id, patient, stage);
  const worn = stages.filter((stage) => stage.wornDaysAgo !== null);
  const current = worn.toSorted((a, b) => (a.wornDaysAgo ?? 0) - (b.wornDaysAgo ?? 0))[0];
  addStopReleases(making, id, patient, stages);
  return { id, patient, course, stages, current };
}

function addSeries(
  making: Making,
  planId: string,
  series: CourseSeries,
  number: number,
): SeriesMade {
  const { rows, practiceId, chance, today, now } = making;
  const seriesId = chance.id(now);
  const startsOn =
    series.startsDaysAgo === null ? null : on(today.subtract({ days: series.startsDaysAgo }));
  rows.add("tenant.treatment_series", {
    practiceId,
    id: seriesId,
    planId,
    number,
    kind: series.kind,
    startsOn,
  });
  const stages = series.stages.map((stage) => {
    const id = chance.id(now);
    rows.add("tenant.stage", {
      practiceId,
      id,
      seriesId,
      arch: stage.arch,
      number: stage.number,
      kind: stage.kind,
      intervalDays: stage.intervalDays,
      stopAfter: stage.stopAfter,
      ...work(stage),
    });
    return { ...stage, id };
  });
  return { id: seriesId, kind: series.kind, startsDaysAgo: series.startsDaysAgo, stages };
}

/** Attachments and interproximal reduction at some stages, by FDI tooth number. */
function work({ arch, number, kind }: CourseStage): {
  attachments?: { place: number[] };
  ipr?: { between: number[]; millimetres: number }[];
} {
  if (kind !== "aligner") return {};
  const quadrants = arch === "upper" ? [1, 2] : [4, 3];
  if (number === 1) {
    return { attachments: { place: quadrants.flatMap((one) => [one * 10 + 3, one * 10 + 4]) } };
  }
  if (number !== 6) return {};
  return { ipr: [{ between: quadrants.map((one) => one * 10 + 1), millimetres: 0.2 }] };
}

function addVersions(
  making: Making,
  planId: string,
  patient: PatientMade,
  made: readonly SeriesMade[],
  approvedAt: ReturnType<typeof doneOn>,
): void {
  const { rows, practiceId, chance, today } = making;
  made.forEach((series, i) => {
    const since = today.subtract({ days: series.startsDaysAgo ?? 0 });
    const createdAt = i === 0 ? approvedAt : doneOn(making, since, 9 * 60);
    rows.add("tenant.plan_version", {
      practiceId,
      id: chance.id(createdAt),
      planId,
      version: i + 1,
      reason: i === 0 ? "First plan" : `Added: ${series.kind.replaceAll("_", " ")}`,
      snapshot: planSnapshot(made.slice(0, i + 1), today, work),
      createdByPersonId: patient.orthodontist.personId,
      createdAt: at(createdAt),
    });
  });
}

function addChange(making: Making, planId: string, patient: PatientMade, stage: StageMade): void {
  if (stage.wornDaysAgo === null) return;
  const { rows, practiceId, chance, today } = making;
  const day = today.subtract({ days: stage.wornDaysAgo });
  const recordedAt = doneOn(making, day, 20 * 60 + chance.between(0, 90));
  const byPractice = !patient.registered || stage.number === 1;
  rows.add("tenant.aligner_change", {
    practiceId,
    id: chance.id(recordedAt),
    planId,
    stageId: stage.id,
    patientId: patient.id,
    changedOn: on(day),
    recordedByPersonId: byPractice ? patient.orthodontist.personId : patient.login.personId,
    recordedAt: at(recordedAt),
  });
}

/** Every stop that lies behind was released on the day of the change that followed. */
function addStopReleases(
  making: Making,
  planId: string,
  patient: PatientMade,
  stages: readonly StageMade[],
): void {
  const { rows, practiceId, chance, today } = making;
  stages.forEach((stage, i) => {
    const next = stages[i + 1];
    if (stage.stopAfter === "none" || next?.arch !== stage.arch || next.wornDaysAgo == null) return;
    const day = today.subtract({ days: next.wornDaysAgo });
    const createdAt = doneOn(making, day, 10 * 60);
    rows.add("tenant.stop_release", {
      practiceId,
      id: chance.id(createdAt),
      planId,
      stageId: stage.id,
      releasedOn: on(day),
      by: stage.stopAfter,
      byPersonId: patient.orthodontist.personId,
      createdAt: at(createdAt),
    });
  });
}
