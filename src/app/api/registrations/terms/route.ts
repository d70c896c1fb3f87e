import { anyone } from "@/features/access/route-gates";
import { answerOnce } from "@/features/registration/answer-once";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { termsRefusals } from "@/features/registration/refusals";
import { doneAnswer, termsSchema } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "acceptTerms",
  summary: "Accepts the terms; from then on the login works",
  method: "POST",
  path: "/api/registrations/terms",
  gate: anyone,
  body: termsSchema,
  answer: doneAnswer,
  refusals: termsRefusals,
  run: answerOnce("acceptTerms", acceptTerms),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
