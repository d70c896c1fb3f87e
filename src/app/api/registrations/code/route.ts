import { anyone } from "@/features/access/route-gates";
import { answerOnce } from "@/features/registration/answer-once";
import { enterCode } from "@/features/registration/code/enter-code";
import { codeRefusals } from "@/features/registration/refusals";
import { codeSchema, stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "enterRegistrationCode",
  summary: "Enters the six digits of the text",
  method: "POST",
  path: "/api/registrations/code",
  gate: anyone,
  body: codeSchema,
  answer: stepAnswer,
  refusals: codeRefusals,
  run: answerOnce("enterRegistrationCode", enterCode),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
