import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeLocation } from "@/features/settings/times/change-places";
import { placeRefusals } from "@/features/settings/times/refusals";
import { locationChange, settingParams, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeLocation",
  summary: "Change or archive a location",
  method: "POST",
  path: "/api/settings/locations/{id}",
  gate: withStepUp(clinic("admin")),
  params: settingParams,
  body: locationChange,
  answer: timesChanged,
  refusals: placeRefusals,
  run: changeLocation,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
