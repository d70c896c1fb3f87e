import { clinic, withStepUp } from "@/features/access/route-gates";
import { removeTimeOff } from "@/features/settings/times/add-absence";
import { timesRefusals } from "@/features/settings/times/refusals";
import { removedAnswer, settingParams } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "removeTimeOff",
  summary: "Take back a time off",
  method: "POST",
  path: "/api/settings/time-off/{id}/remove",
  gate: withStepUp(clinic("admin")),
  params: settingParams,
  answer: removedAnswer,
  refusals: timesRefusals,
  run: removeTimeOff,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
