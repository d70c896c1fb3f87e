import { clinic } from "@/features/access/route-gates";
import { previewPlan } from "@/features/treatment/plan/preview-plan";
import { planRefusals } from "@/features/treatment/plan/refusals";
import {
  MAX_PLAN_BYTES,
  planParams,
  previewPlanAnswer,
  previewPlanBody,
} from "@/features/treatment/plan/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "previewPlan",
  summary: "What saving a treatment plan would change and how its dates would move; saves nothing",
  method: "POST",
  path: "/api/patients/{id}/plan/preview",
  gate: clinic("orthodontist"),
  params: planParams,
  body: previewPlanBody,
  maxBodyBytes: MAX_PLAN_BYTES,
  answer: previewPlanAnswer,
  refusals: planRefusals,
  run: previewPlan,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
