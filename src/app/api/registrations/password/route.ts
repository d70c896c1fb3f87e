import { anyone } from "@/features/access/route-gates";
import { answerOnce } from "@/features/registration/answer-once";
import { createPassword } from "@/features/registration/password/create-password";
import { newPasswordRefusals } from "@/features/registration/refusals";
import { doneAnswer, passwordSchema } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "createPassword",
  summary: "Creates the password, or replaces it by a login link",
  method: "POST",
  path: "/api/registrations/password",
  gate: anyone,
  body: passwordSchema,
  answer: doneAnswer,
  refusals: newPasswordRefusals,
  run: answerOnce("createPassword", createPassword),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
