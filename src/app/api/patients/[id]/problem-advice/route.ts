import { clinic } from "@/features/access/route-gates";
import { changePlanAdvice } from "@/features/problems/change-advice";
import { adviceRefusals } from "@/features/problems/refusals";
import {
  adviceBody,
  adviceSaved,
  MAX_ADVICE_BYTES,
  planAdviceParams,
} from "@/features/problems/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changePlanAdvice",
  summary:
    "What a patient is told at once when they report a problem with an aligner, for their plan",
  method: "POST",
  path: "/api/patients/{id}/problem-advice",
  gate: clinic("orthodontist"),
  params: planAdviceParams,
  body: adviceBody,
  maxBodyBytes: MAX_ADVICE_BYTES,
  answer: adviceSaved,
  refusals: adviceRefusals,
  run: changePlanAdvice,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
