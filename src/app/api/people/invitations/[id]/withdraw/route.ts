import { clinic } from "@/features/access/route-gates";
import { withdrawInvitation } from "@/features/people/invitations/withdraw-invitation";
import { invitationRefusals } from "@/features/people/roles/refusals";
import { membershipParams, seenVersion, withdrawn } from "@/features/people/roles/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "withdrawInvitation",
  summary: "Takes an invitation back; its link opens nothing any more",
  method: "POST",
  path: "/api/people/invitations/{id}/withdraw",
  gate: clinic("admin"),
  params: membershipParams,
  body: seenVersion,
  answer: withdrawn,
  refusals: invitationRefusals,
  run: withdrawInvitation,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
