import { clinic } from "@/features/access/route-gates";
import { recordConsent } from "@/features/cases/record-consent";
import { draftRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, consentBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "recordCaseConsent",
  summary: "Note that the patient agreed, or take it back",
  method: "POST",
  path: "/api/cases/{id}/consent",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: consentBody,
  answer: caseAnswer,
  refusals: draftRefusals,
  run: recordConsent,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
