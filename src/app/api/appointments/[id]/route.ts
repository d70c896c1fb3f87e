import { patient } from "@/features/access/route-gates";
import { visitFileParams, visitFileQuery } from "@/features/calendar/schema";
import { visitFile, visitFileRefusals, visitFileResponse } from "@/features/calendar/visit-file";
import { otherMethods, rawRoute } from "@/server/route";

export const GET = rawRoute({
  operation: "downloadVisit",
  summary: "A visit as a calendar file; a cancelled one takes its entry away",
  method: "GET",
  path: "/api/appointments/{id}.ics",
  gate: patient,
  params: visitFileParams,
  query: visitFileQuery,
  raw: { answers: ["text/calendar"] },
  refusals: visitFileRefusals,
  run: visitFile,
  respond: visitFileResponse,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
