import { anyone } from "@/features/access/route-gates";
import { answerOnce } from "@/features/registration/answer-once";
import { answerQuestion } from "@/features/registration/code/answer-question";
import { questionRefusals } from "@/features/registration/refusals";
import { questionSchema, stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "answerRegistrationQuestion",
  summary: "Answers the question that tells two records apart",
  method: "POST",
  path: "/api/registrations/question",
  gate: anyone,
  body: questionSchema,
  answer: stepAnswer,
  refusals: questionRefusals,
  run: answerOnce("answerRegistrationQuestion", answerQuestion),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
