import { clinic, withStepUp } from "@/features/access/route-gates";
import { patientParams } from "@/features/login-links/schema";
import { changeIdentity } from "@/features/records/change-identity";
import { contactAnswer } from "@/features/records/contact-schema";
import { identityRefusals } from "@/features/records/record-refusals";
import { identitySchema } from "@/features/records/record-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeIdentity",
  summary: "Corrects names, birth date and orthodontist of a record",
  method: "POST",
  path: "/api/patients/{id}/identity",
  gate: withStepUp(clinic("staff", "admin")),
  params: patientParams,
  body: identitySchema,
  answer: contactAnswer,
  refusals: identityRefusals,
  run: changeIdentity,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
