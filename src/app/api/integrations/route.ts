import { clinic } from "@/features/access/route-gates";
import { integrationsOf } from "@/features/lab-connection/queries";
import { integrationsAnswer } from "@/features/lab-connection/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listIntegrations",
  summary: "The orthodontist's lab connections and the practice's PMS, each with its state.",
  method: "GET",
  path: "/api/integrations",
  gate: clinic("orthodontist"),
  answer: integrationsAnswer,
  refusals: {},
  run: integrationsOf,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
