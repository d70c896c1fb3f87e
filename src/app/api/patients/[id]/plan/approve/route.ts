import { clinic } from "@/features/access/route-gates";
import { approvePlan } from "@/features/treatment/plan/approve-plan";
import { approvePlanRefusals } from "@/features/treatment/plan/refusals";
import { approvedPlanAnswer, approvePlanBody, planParams } from "@/features/treatment/plan/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "approvePlan",
  summary: "Shows a draft of a treatment plan to its patient",
  method: "POST",
  path: "/api/patients/{id}/plan/approve",
  gate: clinic("orthodontist"),
  params: planParams,
  body: approvePlanBody,
  answer: approvedPlanAnswer,
  refusals: approvePlanRefusals,
  run: approvePlan,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
