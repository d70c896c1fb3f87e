import { clinic } from "@/features/access/route-gates";
import { movePlanned } from "@/features/disruptions/move-planned";
import { disruptionRefusals } from "@/features/disruptions/refusals";
import { disruptionParams, moveAllAnswer, moveAllRequest } from "@/features/disruptions/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "movePlanned",
  summary: "Move visits of a list to their planned times",
  method: "POST",
  path: "/api/disruptions/{id}/moves",
  gate: clinic("staff", "admin", "orthodontist"),
  params: disruptionParams,
  body: moveAllRequest,
  answer: moveAllAnswer,
  refusals: disruptionRefusals,
  run: movePlanned,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
