import { clinic } from "@/features/access/route-gates";
import { previewTimes } from "@/features/settings/times/preview-times";
import { previewRefusals } from "@/features/settings/times/refusals";
import { previewAnswer, previewRequest } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "previewTimes",
  summary: "What a change of hours, types or rules would do; nothing is saved",
  method: "POST",
  path: "/api/settings/times/preview",
  gate: clinic("admin"),
  body: previewRequest,
  answer: previewAnswer,
  refusals: previewRefusals,
  run: previewTimes,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
