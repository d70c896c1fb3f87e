import { clinic } from "@/features/access/route-gates";
import { cancelCheckIn } from "@/features/check-ins/cancel-check-in";
import { cancelRefusals } from "@/features/check-ins/refusals";
import { cancelCheckInBody, checkInAnswer, checkInParams } from "@/features/check-ins/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "cancelCheckIn",
  summary: "Takes a request for photos back, or closes a check-in without a verdict.",
  method: "POST",
  path: "/api/check-ins/{id}/cancel",
  gate: clinic("orthodontist"),
  params: checkInParams,
  body: cancelCheckInBody,
  answer: checkInAnswer,
  refusals: cancelRefusals,
  run: cancelCheckIn,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
