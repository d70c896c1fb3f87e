import { clinic } from "@/features/access/route-gates";
import { cancelCase } from "@/features/cases/cancel-case";
import { ownCaseRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, reasonBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "cancelCase",
  summary: "Cancel a case",
  method: "POST",
  path: "/api/cases/{id}/cancel",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: reasonBody,
  answer: caseAnswer,
  refusals: ownCaseRefusals,
  run: cancelCase,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
