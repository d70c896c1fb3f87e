import { clinic } from "@/features/access/route-gates";
import { previewAdjustment } from "@/features/treatment/adjust/adjust-plan";
import { previewRefusals } from "@/features/treatment/adjust/refusals";
import { adjustmentParams, previewAnswer, previewBody } from "@/features/treatment/adjust/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "previewAdjustment",
  summary: "How an adjustment would move the plan's dates; nothing is written",
  method: "POST",
  path: "/api/patients/{id}/plan/adjustments/preview",
  gate: clinic("orthodontist"),
  params: adjustmentParams,
  body: previewBody,
  answer: previewAnswer,
  refusals: previewRefusals,
  run: previewAdjustment,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
