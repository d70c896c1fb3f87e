import { clinic, withStepUp } from "@/features/access/route-gates";
import { addVisitType } from "@/features/settings/times/change-visit-type";
import { timesRefusals } from "@/features/settings/times/refusals";
import { timesChanged, visitTypeFields } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addVisitType",
  summary: "A new type of visit",
  method: "POST",
  path: "/api/settings/visit-types",
  status: 201,
  gate: withStepUp(clinic("admin")),
  body: visitTypeFields,
  answer: timesChanged,
  refusals: timesRefusals,
  run: addVisitType,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
