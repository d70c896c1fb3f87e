import type { PlanNews } from "../adjust/plan-news";

/** How news are headed: a plan that is the patient's first sight of it has not changed. */
export function newsKind({ movement }: PlanNews): "ready" | "changed" | "undone" {
  if (movement === null) return "undone";
  return movement.reason === "plan_ready" ? "ready" : "changed";
}
