import { clinic } from "@/features/access/route-gates";
import { holdCase } from "@/features/cases/hold-case";
import { moveRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, reasonBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "holdCase",
  summary: "Put a case on hold",
  method: "POST",
  path: "/api/cases/{id}/hold",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: reasonBody,
  answer: caseAnswer,
  refusals: moveRefusals,
  run: holdCase,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
