import { clinic, withStepUp } from "@/features/access/route-gates";
import { resendInvitation } from "@/features/people/invitations/resend-invitation";
import { invitationRefusals } from "@/features/people/roles/refusals";
import { invitedAgain, membershipParams, seenVersion } from "@/features/people/roles/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendInvitation",
  summary: "Mails a new link for an invitation; the older one dies",
  method: "POST",
  path: "/api/people/invitations/{id}/resend",
  gate: withStepUp(clinic("admin")),
  params: membershipParams,
  body: seenVersion,
  answer: invitedAgain,
  refusals: invitationRefusals,
  limit: { name: "resend-invitation", per: "session", points: 30, windowSeconds: 3600 },
  run: resendInvitation,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
