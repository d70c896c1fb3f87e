import { clinic } from "@/features/access/route-gates";
import { judgeCheckIn } from "@/features/check-ins/judge-check-in";
import { verdictRefusals } from "@/features/check-ins/refusals";
import { checkInParams, verdictAnswer, verdictBody } from "@/features/check-ins/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "judgeCheckIn",
  summary: "The orthodontist's verdict: go opens the stop, not yet asks for new photos by a day.",
  method: "POST",
  path: "/api/check-ins/{id}/verdict",
  gate: clinic("orthodontist"),
  params: checkInParams,
  body: verdictBody,
  answer: verdictAnswer,
  refusals: verdictRefusals,
  run: judgeCheckIn,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
