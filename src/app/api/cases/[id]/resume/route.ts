import { clinic } from "@/features/access/route-gates";
import { moveRefusals } from "@/features/cases/refusals";
import { resumeCase } from "@/features/cases/resume-case";
import { caseAnswer, caseParams, nothingBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resumeCase",
  summary: "Go on with a case that was on hold",
  method: "POST",
  path: "/api/cases/{id}/resume",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: nothingBody,
  answer: caseAnswer,
  refusals: moveRefusals,
  run: resumeCase,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
