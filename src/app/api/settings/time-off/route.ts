import { clinic, withStepUp } from "@/features/access/route-gates";
import { addTimeOff } from "@/features/settings/times/add-absence";
import { timesRefusals } from "@/features/settings/times/refusals";
import { timeOffRequest, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addTimeOff",
  summary: "Time off or a break of a practitioner",
  method: "POST",
  path: "/api/settings/time-off",
  status: 201,
  gate: withStepUp(clinic("admin")),
  body: timeOffRequest,
  answer: timesChanged,
  refusals: timesRefusals,
  run: addTimeOff,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
