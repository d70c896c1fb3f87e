import { describe, expect, it } from "vitest";
import { moveOfReport } from "@/domain/cases/lab-report-move";

describe("R48: what a lab's report does to a case", () => {
  it.each([
    ["sent", null, "received", { events: ["receive"] }],
    [
      "delivery_unknown",
      null,
      "planning",
      { events: ["receive", "start_review", "start_planning"] },
    ],
    [
      "received",
      null,
      "plan_ready",
      { events: ["start_review", "start_planning", "present_plan"] },
    ],
    ["received", null, "rejected", { events: ["start_review", "reject"] }],
    ["approved", null, "shipped", { events: ["start_production", "ship"] }],
    ["on_hold", "planning", "planning", { events: ["resume"] }],
    ["planning", null, "on_hold", { events: ["put_on_hold"] }],
    ["plan_ready", null, "plan_ready", "again"],
    // Ours to decide: the lab is not believed to have approved.
    ["plan_ready", null, "in_production", "past"],
    ["plan_ready", null, "in_review", "past"],
    ["cancelled", null, "in_review", "past"],
    ["rejected", null, "planning", "past"],
    ["on_hold", "planning", "plan_ready", "later"],
    ["queued", null, "in_review", "later"],
    ["send_failed", null, "received", "later"],
    ["received", null, "approved", "past"],
    ["received", null, "made up", "past"],
  ] as const)("%s (held from %s), %s", (state, heldFrom, status, becomes) => {
    expect(moveOfReport(state, heldFrom, status)).toEqual(becomes);
  });
});
