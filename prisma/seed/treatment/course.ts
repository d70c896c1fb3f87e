import type { Arch, SeriesKind, StageKind, StopKind } from "@/domain/treatment/facts";
import type { Chance } from "../chance";

/** Where in the treatment a demo patient stands. */
export type TreatmentPoint =
  | "new"
  | "before_first"
  | "due_today"
  | "midway"
  | "uneven"
  | "overdue"
  | "paused"
  | "stop_visit"
  | "stop_photo"
  | "extended"
  | "backtracked"
  | "refinement"
  | "retention"
  | "finished";

export interface CourseStage {
  readonly arch: Arch;
  readonly number: number;
  readonly kind: StageKind;
  readonly intervalDays: number;
  readonly stopAfter: StopKind;
  /** Put on so many days ago; null when not yet. */
  readonly wornDaysAgo: number | null;
}

export interface CourseSeries {
  readonly kind: SeriesKind;
  readonly startsDaysAgo: number | null;
  readonly stages: readonly CourseStage[];
}

/** A treatment told in days before today. */
export interface Course {
  readonly point: TreatmentPoint;
  readonly series: readonly CourseSeries[];
  /** First aligner, in days before today; negative when still to come. */
  readonly beganDaysAgo: number;
}

/** A course that has come to the point today; null for somebody new, who has no plan. */
export function courseAt(point: TreatmentPoint, chance: Chance): Course | null {
  if (point === "new") return null;
  const intervalDays = chance.pick([7, 7, 10, 14]);
  const length = chance.between(14, 30);
  if (point === "before_first") {
    const stages = layStages({ chance, length, intervalDays, point }, []);
    const beganDaysAgo = -chance.between(3, 20);
    return {
      point,
      beganDaysAgo,
      series: [{ kind: "initial", startsDaysAgo: beganDaysAgo, stages }],
    };
  }
  if (point === "retention" || point === "finished" || point === "refinement") {
    return laterCourse(point, chance, chance.between(16, 24), chance.pick([7, 10, 14]));
  }
  const current = chance.between(3, Math.min(length - 4, Math.floor(330 / intervalDays)));
  const days = daysBack(chance, current, intervalDays, dayInStage(point, intervalDays, chance));
  const stages = layStages({ chance, length, intervalDays, point }, days);
  const beganDaysAgo = days[0] ?? 0;
  return {
    point,
    beganDaysAgo,
    series: [{ kind: "initial", startsDaysAgo: beganDaysAgo, stages }],
  };
}

function laterCourse(
  point: "retention" | "finished" | "refinement",
  chance: Chance,
  length: number,
  intervalDays: number,
): Course {
  const wearing = point === "refinement" ? chance.between(2, 6) : 1;
  const laterInterval = point === "refinement" ? 10 : 180;
  const later =
    point === "finished"
      ? []
      : daysBack(
          chance,
          wearing,
          laterInterval,
          chance.between(0, point === "refinement" ? 9 : 60),
        );
  const pauseDays = point === "refinement" ? chance.between(10, 25) : 0;
  const since = later[0] ?? chance.between(5, 30);
  const days = daysBack(chance, length, intervalDays, since + pauseDays + intervalDays);
  const initial = layStages({ chance, length, intervalDays, point }, days);
  const first: CourseSeries = { kind: "initial", startsDaysAgo: days[0] ?? 0, stages: initial };
  if (later.length === 0) return { point, beganDaysAgo: days[0] ?? 0, series: [first] };
  const stages =
    point === "refinement"
      ? layStages({ chance, length: 10, intervalDays: laterInterval, point: "midway" }, later)
      : (["upper", "lower"] as const).map((arch) => ({
          arch,
          number: 1,
          kind: "retainer" as const,
          intervalDays: laterInterval,
          stopAfter: "none" as const,
          wornDaysAgo: later[0] ?? null,
        }));
  const kind = point === "refinement" ? point : "retention";
  const second: CourseSeries = { kind, startsDaysAgo: later[0] ?? null, stages };
  return { point, beganDaysAgo: days[0] ?? 0, series: [first, second] };
}

function dayInStage(point: TreatmentPoint, intervalDays: number, chance: Chance): number {
  if (point === "due_today" || point === "stop_photo") return intervalDays;
  if (point === "overdue" || point === "stop_visit") return intervalDays + chance.between(2, 5);
  if (point === "extended") return intervalDays + 1;
  if (point === "backtracked" || point === "paused") return Math.floor(intervalDays / 2);
  return chance.between(0, intervalDays - 1);
}

/** On how many days ago each worn stage was put on, the first one first; some changes came late. */
function daysBack(chance: Chance, worn: number, intervalDays: number, last: number): number[] {
  const days = [last];
  while (days.length < worn) {
    const late = chance.happens(0.2) ? chance.between(1, 2) : 0;
    days.unshift((days[0] ?? 0) + intervalDays + late);
  }
  return days;
}

interface Shape {
  readonly chance: Chance;
  readonly length: number;
  readonly intervalDays: number;
  readonly point: TreatmentPoint;
}

/** Stages of both arches; `wornDays` are those of the upper one, which the lower follows. */
function layStages(shape: Shape, wornDays: readonly number[]): CourseStage[] {
  const { chance, length, point } = shape;
  const lag = point === "uneven" ? chance.between(1, 2) : 0;
  const shorter = chance.happens(0.5) && length > 8 ? chance.between(2, 5) : 0;
  const lowerLength = length - shorter;
  const isPassive = chance.happens(0.5);
  const upper = archStages(shape, "upper", length, wornDays, length);
  const lowerDays = lag > 0 ? wornDays.slice(lag) : wornDays;
  const lower = archStages(
    shape,
    "lower",
    isPassive ? length : lowerLength,
    lowerDays,
    lowerLength,
  );
  return [...upper, ...lower];
}

function archStages(
  { intervalDays, point }: Shape,
  arch: Arch,
  length: number,
  wornDays: readonly number[],
  activeLength: number,
): CourseStage[] {
  const current = wornDays.length;
  return Array.from({ length }, (_, index) => {
    const number = index + 1;
    return {
      arch,
      number,
      kind: number > activeLength ? "passive" : "aligner",
      intervalDays,
      stopAfter: number === length ? "none" : stopAfter(point, number, current),
      wornDaysAgo: wornDays[index] ?? null,
    };
  });
}

/** Patients who wait do so at the present stage; everybody sees the orthodontist each tenth stage. */
function stopAfter(point: TreatmentPoint, number: number, current: number): StopKind {
  if (number === current && point === "stop_visit") return "visit";
  if (number === current && point === "stop_photo") return "photo_check_in";
  // A stop ahead leaves the last day open; who changes today sees it instead.
  const isFree = point === "due_today" && number > current;
  return number % 10 === 0 && number !== current && !isFree ? "visit" : "none";
}
