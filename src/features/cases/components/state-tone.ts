import type { Tone } from "@/components/badge";
import type { CaseState } from "@/domain/cases/case-moves";
import { waitsFor } from "../case-lists";

const calm: readonly CaseState[] = ["completed", "in_treatment", "at_practice"];
const broken: readonly CaseState[] = ["send_failed", "delivery_unknown", "rejected"];

/** How a case's state looks: what waits for the reader stands out, what failed more so. */
export function stateTone(state: CaseState): Tone {
  if (broken.includes(state)) return "danger";
  if (calm.includes(state)) return "success";
  if (state === "draft" || state === "cancelled" || state === "on_hold") return "plain";
  return waitsFor(state) === "you" ? "notice" : "accent";
}
