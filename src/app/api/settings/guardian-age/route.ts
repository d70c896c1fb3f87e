import { clinic, withStepUp } from "@/features/access/route-gates";
import { ageRequest } from "@/features/guardians/age-schema";
import { changeOwnLoginAge } from "@/features/guardians/change-own-login-age";
import { settingRefusals } from "@/features/settings/refusals";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeOwnLoginAge",
  summary: "The age from which a patient has a login of their own and nobody acts for them",
  method: "POST",
  path: "/api/settings/guardian-age",
  gate: withStepUp(clinic("admin")),
  body: ageRequest,
  answer: changedAnswer,
  refusals: settingRefusals,
  run: changeOwnLoginAge,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
