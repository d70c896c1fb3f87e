import { anyone } from "@/features/access/route-gates";
import { acceptInvitation } from "@/features/people/invitations/accept-invitation";
import { linkRefusals } from "@/features/people/refusals";
import { acceptance, accepted } from "@/features/people/roles/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "acceptInvitation",
  summary: "Takes up an invitation with the login somebody has",
  method: "POST",
  path: "/api/set-ups/accept",
  gate: anyone,
  body: acceptance,
  answer: accepted,
  refusals: linkRefusals,
  limit: { name: "invitation-accept", per: "address", points: 30, windowSeconds: 600 },
  run: acceptInvitation,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
