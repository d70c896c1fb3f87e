import { clinic } from "@/features/access/route-gates";
import { createCase } from "@/features/cases/create-case";
import { listCases } from "@/features/cases/list-cases";
import { createCaseRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseListAnswer, caseListQuery, createCaseBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listCases",
  summary: "The practice's cases, those changed last first",
  method: "GET",
  path: "/api/cases",
  gate: clinic("orthodontist"),
  query: caseListQuery,
  answer: caseListAnswer,
  refusals: {},
  run: listCases,
});

export const POST = route({
  operation: "createCase",
  summary: "Begin a case of a patient for a lab",
  method: "POST",
  path: "/api/cases",
  status: 201,
  gate: clinic("orthodontist"),
  body: createCaseBody,
  answer: caseAnswer,
  refusals: createCaseRefusals,
  run: createCase,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
