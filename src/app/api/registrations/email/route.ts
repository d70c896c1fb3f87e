import { anyone } from "@/features/access/route-gates";
import { proveEmail } from "@/features/registration/email/prove-email";
import { registrationCookie } from "@/features/registration/own-registration";
import { emailProofRefusals } from "@/features/registration/refusals";
import { emailProofSchema, stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "proveRegistrationEmail",
  summary: "Proves the e-mail address with the mailed token and the password",
  method: "POST",
  path: "/api/registrations/email",
  gate: anyone,
  body: emailProofSchema,
  answer: stepAnswer,
  refusals: emailProofRefusals,
  run: proveEmail,
  present: ({ step, token }) => ({
    body: { step },
    cookies: token === null ? [] : [registrationCookie(token)],
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
