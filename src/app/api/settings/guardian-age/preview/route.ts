import { clinic } from "@/features/access/route-gates";
import { agePreviewAnswer, agePreviewQuery } from "@/features/guardians/age-schema";
import { previewOwnLoginAge } from "@/features/guardians/change-own-login-age";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "previewOwnLoginAge",
  summary: "Whose access would end with another age",
  method: "GET",
  path: "/api/settings/guardian-age/preview",
  gate: clinic("admin"),
  query: agePreviewQuery,
  answer: agePreviewAnswer,
  refusals: {},
  run: previewOwnLoginAge,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
