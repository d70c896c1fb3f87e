import { clinic } from "@/features/access/route-gates";
import { planMoves } from "@/features/disruptions/plan-moves";
import { disruptionRefusals } from "@/features/disruptions/refusals";
import { disruptionParams, planAnswer, planQuery } from "@/features/disruptions/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "planMoves",
  summary: "The next free time for every open visit of a list",
  method: "GET",
  path: "/api/disruptions/{id}/plan",
  gate: clinic("staff", "admin", "orthodontist"),
  params: disruptionParams,
  query: planQuery,
  answer: planAnswer,
  refusals: disruptionRefusals,
  run: planMoves,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
