import { clinic, withStepUp } from "@/features/access/route-gates";
import { addClosure } from "@/features/settings/times/add-absence";
import { timesRefusals } from "@/features/settings/times/refusals";
import { closureRequest, timesChanged } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addClosure",
  summary: "Close the practice or a location for a time",
  method: "POST",
  path: "/api/settings/closures",
  status: 201,
  gate: withStepUp(clinic("admin")),
  body: closureRequest,
  answer: timesChanged,
  refusals: timesRefusals,
  run: addClosure,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
