import { inArchOrder } from "@/domain/treatment/plan/teeth";
import type { StageDraft } from "../schema";

type Between = readonly [number, number];
type Work = Pick<StageDraft, "place" | "remove" | "ipr">;

/** Steps of a press, in mm; what is finer is typed. */
const STEP = 0.1;
const MOST = 0.5;

export function toothState({ place, remove }: Work, tooth: number): "none" | "place" | "remove" {
  if (place.includes(tooth)) return "place";
  return remove.includes(tooth) ? "remove" : "none";
}

/** A press goes round: nothing, placed, removed, nothing. */
export function pressTooth(stage: StageDraft, tooth: number): Partial<Work> {
  const state = toothState(stage, tooth);
  const others = (teeth: readonly number[]) => teeth.filter((one) => one !== tooth);
  const added = (teeth: readonly number[]) => inArchOrder(stage.arch, [...others(teeth), tooth]);
  return {
    place: state === "none" ? added(stage.place) : others(stage.place),
    remove: state === "place" ? added(stage.remove) : others(stage.remove),
  };
}

/** Millimetres between two teeth; null for none. */
export function iprAt({ ipr }: Work, between: Between): number | null {
  return ipr.find((spot) => isSame(spot.between, between))?.millimetres ?? null;
}

/** So much between two teeth, or nothing; the others stay. */
export function withIpr(
  stage: StageDraft,
  between: Between,
  millimetres: number | null,
): Partial<Work> {
  const others = stage.ipr.filter((spot) => !isSame(spot.between, between));
  const [one, other] = inArchOrder(stage.arch, between);
  if (millimetres === null || one === undefined || other === undefined) return { ipr: others };
  const spots = [...others, { between: [one, other] as const, millimetres }];
  const order = inArchOrder(
    stage.arch,
    spots.map((spot) => spot.between[0]),
  );
  return {
    ipr: spots.toSorted((a, b) => order.indexOf(a.between[0]) - order.indexOf(b.between[0])),
  };
}

/** A press adds a tenth, and after the most it is none again. */
export function pressContact(
  stage: StageDraft,
  between: Between,
  by: "more" | "less" | "none",
): Partial<Work> {
  const present = iprAt(stage, between) ?? 0;
  const next = Math.round((present + (by === "less" ? -STEP : STEP)) * 100) / 100;
  const isOver = by === "none" || next > MOST || next < STEP;
  return withIpr(stage, between, isOver ? null : next);
}

function isSame(one: Between, other: Between): boolean {
  return one.toSorted().join() === other.toSorted().join();
}
