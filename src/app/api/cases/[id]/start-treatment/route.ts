import { clinic } from "@/features/access/route-gates";
import { startTreatmentRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, startTreatmentBody } from "@/features/cases/schema";
import { startTreatment } from "@/features/cases/start-treatment";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "startCaseTreatment",
  summary: "Start the patient's stages from the lab's plan",
  method: "POST",
  path: "/api/cases/{id}/start-treatment",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: startTreatmentBody,
  answer: caseAnswer,
  refusals: startTreatmentRefusals,
  run: startTreatment,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
