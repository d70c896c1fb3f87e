import { clinic } from "@/features/access/route-gates";
import { undoPreviewRefusals } from "@/features/treatment/adjust/refusals";
import { previewAnswer, undoParams } from "@/features/treatment/adjust/schema";
import { previewUndo } from "@/features/treatment/adjust/undo-adjustment";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "previewUndo",
  summary: "How taking an adjustment back would move the plan's dates; nothing is written",
  method: "GET",
  path: "/api/patients/{id}/plan/adjustments/{adjustmentId}/undo/preview",
  gate: clinic("orthodontist"),
  params: undoParams,
  answer: previewAnswer,
  refusals: undoPreviewRefusals,
  run: previewUndo,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
