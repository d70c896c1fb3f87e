import type { Temporal } from "temporal-polyfill";
import { dayOfText, textOfDay } from "@/domain/time/day-number";
import { wearDays, wearSummary } from "@/domain/wear/wear-weeks";
import type { TreatmentView } from "@/features/treatment/schema";
import type { WearView } from "./schema";
import type { WearRow } from "./wear-sql";

/** The treatment as far as wear is about it. */
export type WornTreatment = Pick<TreatmentView, "today" | "arches" | "pauses">;

/** The last four weeks of wear, each day beside its goal (R23). */
export function wearView(
  treatment: WornTreatment,
  rows: readonly WearRow[],
  zone: string,
): WearView {
  const stages = treatment.arches.flatMap((arch) => arch.stages);
  const days = wearDays({
    today: dayOfText(treatment.today),
    zone,
    firstOn: firstWornOn(treatment),
    stages: stages.map(({ startedOn, completedOn, wearGoalMinutes }) => ({
      startedOn: dayOrNull(startedOn),
      completedOn: dayOrNull(completedOn),
      wearGoalMinutes,
    })),
    pauses: treatment.pauses.map(({ fromOn, untilOn }) => ({
      fromOn: dayOfText(fromOn),
      untilOn: dayOrNull(untilOn),
    })),
    noted: new Map(rows.map(({ on, minutes }) => [on, minutes])),
  });
  return {
    today: treatment.today,
    goalMinutes: days.findLast(({ goalMinutes }) => goalMinutes !== null)?.goalMinutes ?? null,
    days: days.map((day) => ({ ...day, on: textOfDay(day.on) })),
    summary: wearSummary(days),
  };
}

/** The day the first aligner went in; null before it. */
export function firstWornOn({ arches }: Pick<WornTreatment, "arches">): Temporal.PlainDate | null {
  const begun = arches.flatMap(({ stages }) => stages.flatMap(({ startedOn }) => startedOn ?? []));
  return dayOrNull(begun.toSorted()[0] ?? null);
}

function dayOrNull(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : dayOfText(text);
}
