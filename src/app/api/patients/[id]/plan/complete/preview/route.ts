import { clinic } from "@/features/access/route-gates";
import { previewCompletion } from "@/features/treatment/complete/complete-plan";
import { completionRefusals } from "@/features/treatment/complete/refusals";
import { completionParams, completionPreviewAnswer } from "@/features/treatment/complete/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "previewCompletion",
  summary: "What a patient reads once their treatment plan is completed; nothing is written",
  method: "GET",
  path: "/api/patients/{id}/plan/complete/preview",
  gate: clinic("orthodontist"),
  params: completionParams,
  answer: completionPreviewAnswer,
  refusals: completionRefusals,
  run: previewCompletion,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
