import { anyone } from "@/features/access/route-gates";
import { answerOnce } from "@/features/registration/answer-once";
import { resendCode } from "@/features/registration/code/resend-code";
import { codeSendingRefusals } from "@/features/registration/refusals";
import { stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendRegistrationCode",
  summary: "Sends another code by text; the former one dies",
  method: "POST",
  path: "/api/registrations/code/resend",
  gate: anyone,
  answer: stepAnswer,
  refusals: codeSendingRefusals,
  run: answerOnce("resendRegistrationCode", resendCode),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
