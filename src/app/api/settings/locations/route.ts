import { clinic, withStepUp } from "@/features/access/route-gates";
import { addLocation } from "@/features/settings/times/change-places";
import { placeRefusals } from "@/features/settings/times/refusals";
import { locationFields, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addLocation",
  summary: "A new location",
  method: "POST",
  path: "/api/settings/locations",
  status: 201,
  gate: withStepUp(clinic("admin")),
  body: locationFields,
  answer: timesChanged,
  refusals: placeRefusals,
  run: addLocation,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
