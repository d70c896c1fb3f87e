import { StatusChip, type Tone } from "@/components/badge";
import { getTranslations } from "@/lib/translations";
import type { TreatmentView } from "../schema";
import { type TreatmentFlag, treatmentFlag } from "../treatment-flags";

const tones: Record<TreatmentFlag["kind"], Tone> = {
  overdue: "danger",
  off_track: "notice",
  stop_visit: "notice",
  stop_photo: "notice",
  series_start: "notice",
  paused: "plain",
  not_started: "plain",
  retention: "plain",
  finished: "plain",
  no_plan: "plain",
  on_track: "success",
};

/** How a treatment stands, in a word or two. */
export async function TreatmentFlagChip({ treatment }: { treatment: TreatmentView }) {
  const words = await getTranslations("treatment.summary.flags");
  const flag = treatmentFlag(treatment);
  const values = "days" in flag ? { days: flag.days } : {};
  return (
    <StatusChip tone={tones[flag.kind]}>
      <span className="whitespace-nowrap">{words(flag.kind, values)}</span>
    </StatusChip>
  );
}
