import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeOpeningHours } from "@/features/settings/times/change-hours";
import { timesRefusals } from "@/features/settings/times/refusals";
import { openingHoursRequest, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeOpeningHours",
  summary: "When a location is open, by weekday",
  method: "POST",
  path: "/api/settings/opening-hours",
  gate: withStepUp(clinic("admin")),
  body: openingHoursRequest,
  answer: timesChanged,
  refusals: timesRefusals,
  run: changeOpeningHours,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
