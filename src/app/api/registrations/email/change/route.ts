import { anyone } from "@/features/access/route-gates";
import { changeEmail } from "@/features/registration/email/change-email";
import { emailChangeRefusals } from "@/features/registration/refusals";
import { emailChangeSchema, stepAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeRegistrationEmail",
  summary: "Corrects the e-mail address of a registration that a login link began",
  method: "POST",
  path: "/api/registrations/email/change",
  gate: anyone,
  body: emailChangeSchema,
  answer: stepAnswer,
  refusals: emailChangeRefusals,
  run: changeEmail,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
