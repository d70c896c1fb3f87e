import { clinic } from "@/features/access/route-gates";
import { planReviewRefusals } from "@/features/cases/refusals";
import { reviewPlan } from "@/features/cases/review-plan";
import { caseAnswer, caseParams, planReviewBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "reviewCasePlan",
  summary: "Approve the lab's plan, or ask for changes",
  method: "POST",
  path: "/api/cases/{id}/plan-review",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: planReviewBody,
  answer: caseAnswer,
  refusals: planReviewRefusals,
  run: reviewPlan,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
