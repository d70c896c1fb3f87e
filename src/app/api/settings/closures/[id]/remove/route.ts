import { clinic, withStepUp } from "@/features/access/route-gates";
import { removeClosure } from "@/features/settings/times/add-absence";
import { timesRefusals } from "@/features/settings/times/refusals";
import { removedAnswer, settingParams } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "removeClosure",
  summary: "Open again what was closed",
  method: "POST",
  path: "/api/settings/closures/{id}/remove",
  gate: withStepUp(clinic("admin")),
  params: settingParams,
  answer: removedAnswer,
  refusals: timesRefusals,
  run: removeClosure,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
