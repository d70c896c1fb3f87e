import type { ScheduledStage } from "@/domain/treatment/arch-schedule";
import type { TreatmentSchedule } from "@/domain/treatment/schedule";

/** The stage worn to its end that waits for photos today, the upper arch's first; null without one (R22, R24). */
export function photoStop({ arches, pause, todayOn }: TreatmentSchedule): ScheduledStage | null {
  if (pause !== null) return null;
  const held = arches.find(
    ({ waitingFor }) =>
      waitingFor?.reason === "photo_check_in" &&
      waitingFor.sinceOn !== null &&
      waitingFor.sinceOn.until(todayOn).days >= 0,
  );
  return held?.currentStage ?? null;
}
