import { clinic } from "@/features/access/route-gates";
import { previewRetention } from "@/features/retention/queries";
import { retentionPreviewAnswer, retentionPreviewQuery } from "@/features/retention/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "previewRetention",
  summary: "What the next night would remove with a setting",
  method: "GET",
  path: "/api/settings/retention/preview",
  gate: clinic("admin"),
  query: retentionPreviewQuery,
  answer: retentionPreviewAnswer,
  refusals: {},
  run: previewRetention,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
