import { anyone } from "@/features/access/route-gates";
import { answerOnce } from "@/features/registration/answer-once";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { codeSendingRefusals } from "@/features/registration/refusals";
import { stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "confirmRegistrationDetails",
  summary: "Confirms the details as shown; the code goes out by text",
  method: "POST",
  path: "/api/registrations/confirm",
  gate: anyone,
  answer: stepAnswer,
  refusals: codeSendingRefusals,
  run: answerOnce("confirmRegistrationDetails", confirmDetails),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
