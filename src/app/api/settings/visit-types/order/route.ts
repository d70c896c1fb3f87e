import { clinic, withStepUp } from "@/features/access/route-gates";
import { changedAnswer } from "@/features/settings/schema";
import { orderVisitTypes } from "@/features/settings/times/change-visit-type";
import { placeRefusals } from "@/features/settings/times/refusals";
import { visitTypeOrder } from "@/features/settings/times/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "orderVisitTypes",
  summary: "The order in which types of visit are shown",
  method: "POST",
  path: "/api/settings/visit-types/order",
  gate: withStepUp(clinic("admin")),
  body: visitTypeOrder,
  answer: changedAnswer,
  refusals: placeRefusals,
  run: orderVisitTypes,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
