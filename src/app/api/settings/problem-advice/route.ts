import { clinic } from "@/features/access/route-gates";
import { changePracticeAdvice } from "@/features/problems/change-advice";
import { practiceAdviceRefusals } from "@/features/problems/refusals";
import { adviceBody, MAX_ADVICE_BYTES } from "@/features/problems/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changePracticeAdvice",
  summary: "What is said about a problem with an aligner where the patient's plan says nothing",
  method: "POST",
  path: "/api/settings/problem-advice",
  gate: clinic("admin"),
  body: adviceBody,
  maxBodyBytes: MAX_ADVICE_BYTES,
  answer: changedAnswer,
  refusals: practiceAdviceRefusals,
  run: changePracticeAdvice,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
