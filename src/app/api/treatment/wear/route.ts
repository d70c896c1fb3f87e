import { patient } from "@/features/access/route-gates";
import { noteWear } from "@/features/wear/note-wear";
import { readWear } from "@/features/wear/read-wear";
import { wearRefusals } from "@/features/wear/refusals";
import { wearAnswer, wearBody, wearNotedAnswer, wearQuery } from "@/features/wear/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readWear",
  summary: "How long the patient's aligners were worn in the last four weeks, day by day.",
  method: "GET",
  path: "/api/treatment/wear",
  gate: patient,
  query: wearQuery,
  answer: wearAnswer,
  refusals: {},
  run: readWear,
});

export const PUT = route({
  operation: "noteWear",
  summary: "Notes how long the aligners were worn on one of the last 14 days; null takes it away.",
  method: "PUT",
  path: "/api/treatment/wear",
  gate: patient,
  body: wearBody,
  answer: wearNotedAnswer,
  refusals: wearRefusals,
  limit: { name: "wear-log", per: "session", points: 60, windowSeconds: 600 },
  run: noteWear,
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods("GET", "PUT");
