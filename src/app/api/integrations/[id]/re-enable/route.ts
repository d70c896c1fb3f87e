import { clinic } from "@/features/access/route-gates";
import { reEnableIntegration } from "@/features/lab-connection/re-enable-integration";
import { reEnableRefusals } from "@/features/lab-connection/refusals";
import { reEnableAnswer, reEnableBody, reEnableParams } from "@/features/lab-connection/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "reEnableIntegration",
  summary: "Begin a sign-in at a lab, so that the orthodontist's own connection works again",
  method: "POST",
  path: "/api/integrations/{id}/re-enable",
  gate: clinic("orthodontist"),
  params: reEnableParams,
  body: reEnableBody,
  answer: reEnableAnswer,
  refusals: reEnableRefusals,
  run: reEnableIntegration,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
