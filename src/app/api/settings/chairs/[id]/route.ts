import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeChair } from "@/features/settings/times/change-places";
import { placeRefusals } from "@/features/settings/times/refusals";
import { chairChange, settingParams, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeChair",
  summary: "Rename or archive a chair",
  method: "POST",
  path: "/api/settings/chairs/{id}",
  gate: withStepUp(clinic("admin")),
  params: settingParams,
  body: chairChange,
  answer: timesChanged,
  refusals: placeRefusals,
  run: changeChair,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
