import { clinic, withStepUp } from "@/features/access/route-gates";
import { linkGuardian } from "@/features/guardians/link-guardian";
import { guardianLinkRefusals } from "@/features/guardians/refusals";
import { deliverySchema, guardianshipParams, linkAnswer } from "@/features/guardians/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "linkGuardian",
  summary: "Makes a new login link for a guardian who has not registered",
  method: "POST",
  path: "/api/guardianships/{id}/login-links",
  gate: withStepUp(clinic("staff", "admin")),
  params: guardianshipParams,
  body: deliverySchema,
  answer: linkAnswer,
  refusals: guardianLinkRefusals,
  run: linkGuardian,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
