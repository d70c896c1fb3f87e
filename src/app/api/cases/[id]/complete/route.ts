import { clinic } from "@/features/access/route-gates";
import { completeCase } from "@/features/cases/complete-case";
import { moveRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, nothingBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "completeCase",
  summary: "Close a case whose aligners are worn",
  method: "POST",
  path: "/api/cases/{id}/complete",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: nothingBody,
  answer: caseAnswer,
  refusals: moveRefusals,
  run: completeCase,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
