import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeDayHours } from "@/features/settings/times/change-hours";
import { timesRefusals } from "@/features/settings/times/refusals";
import { dayHoursRequest, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeDayHours",
  summary: "A practitioner’s other hours on one day",
  method: "POST",
  path: "/api/settings/day-hours",
  gate: withStepUp(clinic("admin")),
  body: dayHoursRequest,
  answer: timesChanged,
  refusals: timesRefusals,
  run: changeDayHours,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
