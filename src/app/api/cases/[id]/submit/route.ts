import { clinic } from "@/features/access/route-gates";
import { submitCaseRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, submitCaseBody } from "@/features/cases/schema";
import { submitCase } from "@/features/cases/submit-case";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "submitCase",
  summary: "Submit a case, or the records the lab asked for",
  method: "POST",
  path: "/api/cases/{id}/submit",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: submitCaseBody,
  answer: caseAnswer,
  refusals: submitCaseRefusals,
  run: submitCase,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
