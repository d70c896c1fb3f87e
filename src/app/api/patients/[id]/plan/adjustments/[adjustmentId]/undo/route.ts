import { clinic } from "@/features/access/route-gates";
import { undoRefusals } from "@/features/treatment/adjust/refusals";
import { adjustmentAnswer, undoBody, undoParams } from "@/features/treatment/adjust/schema";
import { undoAdjustment } from "@/features/treatment/adjust/undo-adjustment";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "undoAdjustment",
  summary: "Takes the latest adjustment of a plan back",
  method: "POST",
  path: "/api/patients/{id}/plan/adjustments/{adjustmentId}/undo",
  gate: clinic("orthodontist"),
  params: undoParams,
  body: undoBody,
  answer: adjustmentAnswer,
  refusals: undoRefusals,
  run: undoAdjustment,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
