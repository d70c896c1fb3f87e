import { patient } from "@/features/access/route-gates";
import { declineOffer } from "@/features/waiting-list/decline-offer";
import { leaveRefusals } from "@/features/waiting-list/refusals";
import { declinedAnswer, declineRequest, entryParams } from "@/features/waiting-list/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "declineOffer",
  summary: "Says no to an offered time; stays on the list, or leaves it.",
  method: "POST",
  path: "/api/waiting-list/offers/{id}/decline",
  gate: patient,
  params: entryParams,
  body: declineRequest,
  answer: declinedAnswer,
  refusals: leaveRefusals,
  run: declineOffer,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
