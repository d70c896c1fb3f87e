import { resetFactorsRefusals } from "@/features/access/factors/factor-link-refusals";
import { factorsReset, loginParams } from "@/features/access/factors/factor-link-schema";
import { resetFactors } from "@/features/access/factors/reset-factors";
import { clinic, withStepUp } from "@/features/access/route-gates";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resetFactors",
  summary: "Takes away the second factors of somebody of the practice and mails them a link",
  method: "POST",
  path: "/api/logins/{id}/reset-factors",
  gate: withStepUp(clinic("admin")),
  params: loginParams,
  answer: factorsReset,
  refusals: resetFactorsRefusals,
  limit: { name: "reset-factors", per: "session", points: 20, windowSeconds: 3600 },
  run: resetFactors,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
