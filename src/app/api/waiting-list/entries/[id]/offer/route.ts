import { clinic } from "@/features/access/route-gates";
import { offerByHand } from "@/features/waiting-list/offer-by-hand";
import { offerRefusals } from "@/features/waiting-list/refusals";
import { entryParams, offeredAnswer, offerRequest } from "@/features/waiting-list/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "offerByHand",
  summary: "Offers a free time to somebody who waits.",
  method: "POST",
  path: "/api/waiting-list/entries/{id}/offer",
  gate: clinic(),
  params: entryParams,
  body: offerRequest,
  answer: offeredAnswer,
  refusals: offerRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: offerByHand,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
