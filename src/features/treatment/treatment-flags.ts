import { ON_TRACK_DAYS } from "@/domain/treatment/arch-schedule";
import type { TreatmentView } from "./schema";

export type TreatmentFlag =
  | {
      readonly kind:
        | "stop_visit"
        | "stop_photo"
        | "series_start"
        | "paused"
        | "not_started"
        | "retention"
        | "finished"
        | "no_plan"
        | "on_track";
    }
  | { readonly kind: "overdue" | "off_track"; readonly days: number };

const stopFlags = {
  visit: "stop_visit",
  photo_check_in: "stop_photo",
  series_start: "series_start",
} as const;

/** How a treatment stands, for those who treat: what needs them first. */
export function treatmentFlag(treatment: TreatmentView): TreatmentFlag {
  const { phase, task, behindDays } = treatment;
  if (phase !== "active") return { kind: phase };
  if (task.kind === "stop_reached") {
    return { kind: stopFlags[task.reason] };
  }
  const overdueDays = overdueBy(treatment);
  if (overdueDays > 0) return { kind: "overdue", days: overdueDays };
  if (behindDays > ON_TRACK_DAYS) return { kind: "off_track", days: behindDays };
  return { kind: "on_track" };
}

/** No change marked for more than three days after the planned day: off track, and only the practice can ask why. */
export function isOffTrack(treatment: TreatmentView): boolean {
  return treatment.phase === "active" && overdueBy(treatment) > ON_TRACK_DAYS;
}

/** A stop or an unset series holds the next aligner back; only the practice can end it. */
export function isHeldAtStop(treatment: TreatmentView): boolean {
  return treatment.task.kind === "stop_reached";
}

/** Days since the arch furthest behind was due. */
export function overdueBy({ arches }: TreatmentView): number {
  return Math.max(0, ...arches.map(({ overdueDays }) => overdueDays));
}
