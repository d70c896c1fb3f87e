import { clinic } from "@/features/access/route-gates";
import { completePlan } from "@/features/treatment/complete/complete-plan";
import { completePlanRefusals } from "@/features/treatment/complete/refusals";
import {
  completedPlanAnswer,
  completionBody,
  completionParams,
} from "@/features/treatment/complete/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "completePlan",
  summary: "Completes a treatment plan whose aligners are all done",
  method: "POST",
  path: "/api/patients/{id}/plan/complete",
  gate: clinic("orthodontist"),
  params: completionParams,
  body: completionBody,
  answer: completedPlanAnswer,
  refusals: completePlanRefusals,
  run: completePlan,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
