import * as z from "zod";
import type { HttpAnswer } from "../http/serve";
import type { LabWorld } from "./changes";
import { labError } from "./errors";
import { type CaseCall, changeOnce } from "./once";

const review = z
  .object({
    planId: z.uuid(),
    decision: z.enum(["approve", "request_changes"]),
    comments: z.string().max(5_000),
  })
  .refine(
    ({ decision, comments }) => decision === "approve" || comments.trim() !== "",
    "expected comments with request_changes",
  );

/** `POST /cases/{id}/plan-reviews`: what the doctor decided on the plan that stands. */
export function reviewPlan(world: LabWorld, call: CaseCall): Promise<HttpAnswer> {
  return changeOnce(world, call, {
    kind: "plan-review",
    schema: review,
    said: ({ decision, comments }) =>
      comments.trim() === "" ? decision : `${decision}: ${comments}`,
    apply: async (tx, row, { planId, decision }, { changedAt }) => {
      const plans = await tx.query<{ id: string }>(
        `select plan ->> 'id' as id from report where case_id = $1 and plan is not null
         order by sequence desc`,
        [row.id],
      );
      if (!plans.some(({ id }) => id === planId)) {
        return labError(422, "plan_unknown", "This case has no such plan.");
      }
      if (plans[0]?.id !== planId) {
        return labError(409, "plan_outdated", "A later plan stands in its place.");
      }
      if (row.status === "on_hold") return labError(409, "case_on_hold", "The case is on hold.");
      if (row.status === "cancelled") {
        return labError(409, "case_cancelled", "The case was cancelled.");
      }
      if (row.status !== "plan_ready") {
        return labError(409, "plan_decided", "This plan was decided before.");
      }
      await tx.query("update lab_case set status = $2, updated_at = $3 where id = $1", [
        row.id,
        decision === "approve" ? "approved" : "planning",
        changedAt,
      ]);
      return undefined;
    },
  });
}
