import { clinic, withStepUp } from "@/features/access/route-gates";
import { addChair } from "@/features/settings/times/change-places";
import { placeRefusals } from "@/features/settings/times/refusals";
import { chairRequest, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addChair",
  summary: "A new chair",
  method: "POST",
  path: "/api/settings/chairs",
  status: 201,
  gate: withStepUp(clinic("admin")),
  body: chairRequest,
  answer: timesChanged,
  refusals: placeRefusals,
  run: addChair,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
