import { patient } from "@/features/access/route-gates";
import { submitRefusals } from "@/features/check-ins/refusals";
import { checkInAnswer, checkInParams, submitCheckInBody } from "@/features/check-ins/schema";
import { submitCheckIn } from "@/features/check-ins/submit-check-in";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "submitCheckIn",
  summary: "Sends the photos of a check-in to the orthodontist, once.",
  method: "POST",
  path: "/api/check-ins/{id}/submit",
  gate: patient,
  params: checkInParams,
  body: submitCheckInBody,
  answer: checkInAnswer,
  refusals: submitRefusals,
  limit: { name: "check-ins", per: "session", points: 30, windowSeconds: 600 },
  run: submitCheckIn,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
