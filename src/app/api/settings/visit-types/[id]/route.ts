import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeVisitType } from "@/features/settings/times/change-visit-type";
import { timesRefusals } from "@/features/settings/times/refusals";
import { settingParams, timesChanged, visitTypeChange } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeVisitType",
  summary: "Change or archive a type of visit",
  method: "POST",
  path: "/api/settings/visit-types/{id}",
  gate: withStepUp(clinic("admin")),
  params: settingParams,
  body: visitTypeChange,
  answer: timesChanged,
  refusals: timesRefusals,
  run: changeVisitType,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
