import { clinic } from "@/features/access/route-gates";
import { moveRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, nothingBody } from "@/features/cases/schema";
import { takeDelivery } from "@/features/cases/take-delivery";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "takeCaseDelivery",
  summary: "Note that the lab's parcel has arrived",
  method: "POST",
  path: "/api/cases/{id}/take-delivery",
  gate: clinic(),
  params: caseParams,
  body: nothingBody,
  answer: caseAnswer,
  refusals: moveRefusals,
  run: takeDelivery,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
