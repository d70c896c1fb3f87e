import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import type { ArchSchedule, ScheduledStage } from "@/domain/treatment/arch-schedule";
import type { Arch, TreatmentFacts } from "@/domain/treatment/facts";
import { treatmentSchedule } from "@/domain/treatment/schedule";

interface WornArch extends ArchSchedule {
  readonly current: ScheduledStage;
}

/** The arches that wear an aligner of active treatment: the named one, or all that do. */
export function wornArches(
  facts: TreatmentFacts,
  arch: Arch | undefined,
  today: Temporal.PlainDate,
): Result<readonly WornArch[], "not_begun" | "finished"> {
  const asked = treatmentSchedule(facts, today).arches.filter(
    (schedule) => arch === undefined || schedule.arch === arch,
  );
  const begun = asked.flatMap((schedule) =>
    schedule.currentStage === null ? [] : [{ ...schedule, current: schedule.currentStage }],
  );
  if (begun.length === 0) return refused("not_begun");
  const worn = begun.filter(({ finished }) => !finished);
  return worn.length === 0 ? refused("finished") : ok(worn);
}
