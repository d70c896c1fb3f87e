import { clinic } from "@/features/access/route-gates";
import { visitDetail } from "@/features/diary/detail-schema";
import { readVisit } from "@/features/diary/read-visit";
import { readVisitRefusals } from "@/features/diary/refusals";
import { visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readVisit",
  summary: "One visit of the diary with its history and how to ring the patient.",
  method: "GET",
  path: "/api/diary/appointments/{id}",
  gate: clinic(),
  params: visitParams,
  answer: visitDetail,
  refusals: readVisitRefusals,
  run: readVisit,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
