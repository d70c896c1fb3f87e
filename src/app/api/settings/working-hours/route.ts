import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeWorkingHours } from "@/features/settings/times/change-hours";
import { timesRefusals } from "@/features/settings/times/refusals";
import { timesChanged, workingHoursRequest } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeWorkingHours",
  summary: "When and where a practitioner works, by weekday",
  method: "POST",
  path: "/api/settings/working-hours",
  gate: withStepUp(clinic("admin")),
  body: workingHoursRequest,
  answer: timesChanged,
  refusals: timesRefusals,
  run: changeWorkingHours,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
