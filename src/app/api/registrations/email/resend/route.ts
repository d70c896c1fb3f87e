import { anyone } from "@/features/access/route-gates";
import { resendEmail } from "@/features/registration/email/resend-email";
import { mailAgainRefusals } from "@/features/registration/refusals";
import { stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendRegistrationMail",
  summary: "Sends the mail with the link once more; the former link dies",
  method: "POST",
  path: "/api/registrations/email/resend",
  gate: anyone,
  answer: stepAnswer,
  refusals: mailAgainRefusals,
  run: resendEmail,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
