import { clinic } from "@/features/access/route-gates";
import { readPlan } from "@/features/treatment/plan/read-plan";
import { planReadRefusals, savePlanRefusals } from "@/features/treatment/plan/refusals";
import { savePlan } from "@/features/treatment/plan/save-plan";
import {
  MAX_PLAN_BYTES,
  planAnswer,
  planParams,
  savedPlanAnswer,
  savePlanBody,
} from "@/features/treatment/plan/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readPlan",
  summary: "The treatment plan of a patient as it is edited, with its versions",
  method: "GET",
  path: "/api/patients/{id}/plan",
  gate: clinic(),
  params: planParams,
  answer: planAnswer,
  refusals: planReadRefusals,
  run: readPlan,
});

export const POST = route({
  operation: "savePlan",
  summary: "Saves a treatment plan as its next version; the first one is a draft",
  method: "POST",
  path: "/api/patients/{id}/plan",
  status: 201,
  gate: clinic("orthodontist"),
  params: planParams,
  body: savePlanBody,
  maxBodyBytes: MAX_PLAN_BYTES,
  answer: savedPlanAnswer,
  refusals: savePlanRefusals,
  run: savePlan,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
