import { clinic, withStepUp } from "@/features/access/route-gates";
import { patientParams } from "@/features/login-links/schema";
import { waiverRefusals } from "@/features/records/contact-refusals";
import { waiverAnswer, waiverSchema } from "@/features/records/contact-schema";
import { waiveMobileWait } from "@/features/records/waive-mobile-wait";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "waiveMobileWait",
  summary: "Lets a mobile number that staff changed receive login codes at once",
  method: "POST",
  path: "/api/patients/{id}/mobile-waiver",
  gate: withStepUp(clinic("admin")),
  params: patientParams,
  body: waiverSchema,
  answer: waiverAnswer,
  refusals: waiverRefusals,
  run: waiveMobileWait,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
