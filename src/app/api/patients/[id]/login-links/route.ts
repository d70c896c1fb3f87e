import { clinic, withStepUp } from "@/features/access/route-gates";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { loginLinkRefusals } from "@/features/login-links/refusals";
import { loginLinkAnswer, loginLinkSchema, patientParams } from "@/features/login-links/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "createLoginLink",
  summary: "Makes a login link for a patient and sends it, or shows it once",
  method: "POST",
  path: "/api/patients/{id}/login-links",
  gate: withStepUp(clinic()),
  params: patientParams,
  body: loginLinkSchema,
  answer: loginLinkAnswer,
  refusals: loginLinkRefusals,
  run: createLoginLink,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
