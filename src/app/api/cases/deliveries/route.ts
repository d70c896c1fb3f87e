import { clinic } from "@/features/access/route-gates";
import { labHoldings } from "@/features/cases/delivery/lab-holdings";
import { holdingsAnswer } from "@/features/cases/delivery/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listCaseDeliveries",
  summary: "Per lab: which of one's own cases it has, and which it does not have, and why",
  method: "GET",
  path: "/api/cases/deliveries",
  gate: clinic("orthodontist"),
  answer: holdingsAnswer,
  refusals: {},
  run: labHoldings,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
