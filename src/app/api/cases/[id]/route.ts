import { clinic } from "@/features/access/route-gates";
import { readCase } from "@/features/cases/read-case";
import { readCaseRefusals } from "@/features/cases/refusals";
import { caseParams, caseView } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readCase",
  summary: "A case with its history",
  method: "GET",
  path: "/api/cases/{id}",
  gate: clinic("orthodontist"),
  params: caseParams,
  answer: caseView,
  refusals: readCaseRefusals,
  run: readCase,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
