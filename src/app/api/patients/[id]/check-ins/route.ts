import { clinic } from "@/features/access/route-gates";
import { requestRefusals } from "@/features/check-ins/refusals";
import { requestCheckIn } from "@/features/check-ins/request-check-in";
import {
  checkInAnswer,
  requestCheckInBody,
  requestCheckInParams,
} from "@/features/check-ins/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "requestCheckIn",
  summary: "Asks a patient for photos by a day, with a note if wished.",
  method: "POST",
  path: "/api/patients/{id}/check-ins",
  status: 201,
  gate: clinic("orthodontist"),
  params: requestCheckInParams,
  body: requestCheckInBody,
  answer: checkInAnswer,
  refusals: requestRefusals,
  run: requestCheckIn,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
