import { clinic, withStepUp } from "@/features/access/route-gates";
import { inviteColleague } from "@/features/people/invitations/invite-colleague";
import { inviteRefusals } from "@/features/people/roles/refusals";
import { invitationWish, invited } from "@/features/people/roles/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "inviteColleague",
  summary: "Asks somebody by mail to work at the practice",
  method: "POST",
  path: "/api/people/invitations",
  gate: withStepUp(clinic("admin")),
  body: invitationWish,
  answer: invited,
  refusals: inviteRefusals,
  limit: { name: "invite-colleague", per: "session", points: 30, windowSeconds: 3600 },
  run: inviteColleague,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
