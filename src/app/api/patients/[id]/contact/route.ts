import { clinic, withStepUp } from "@/features/access/route-gates";
import { patientParams } from "@/features/login-links/schema";
import { changeContact } from "@/features/records/change-contact";
import { contactRefusals } from "@/features/records/contact-refusals";
import { contactAnswer, contactSchema } from "@/features/records/contact-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeContact",
  summary: "Changes how a patient is reached, as staff; a registered person is told",
  method: "POST",
  path: "/api/patients/{id}/contact",
  gate: withStepUp(clinic("staff", "admin")),
  params: patientParams,
  body: contactSchema,
  answer: contactAnswer,
  refusals: contactRefusals,
  run: changeContact,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
