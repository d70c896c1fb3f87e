import { clinic } from "@/features/access/route-gates";
import { adjustPlan } from "@/features/treatment/adjust/adjust-plan";
import { adjustRefusals } from "@/features/treatment/adjust/refusals";
import {
  adjustmentAnswer,
  adjustmentBody,
  adjustmentParams,
} from "@/features/treatment/adjust/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "adjustPlan",
  summary: "Pauses, resumes, extends, goes back, releases a stop or waits for a replacement",
  method: "POST",
  path: "/api/patients/{id}/plan/adjustments",
  status: 201,
  gate: clinic("orthodontist"),
  params: adjustmentParams,
  body: adjustmentBody,
  answer: adjustmentAnswer,
  refusals: adjustRefusals,
  run: adjustPlan,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
