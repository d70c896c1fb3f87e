import { clinic, withStepUp } from "@/features/access/route-gates";
import { removeRefusals } from "@/features/people/roles/refusals";
import { removeColleague } from "@/features/people/roles/remove-colleague";
import { membershipParams, removal, removed } from "@/features/people/roles/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "removeColleague",
  summary: "Ends what somebody is at the practice, with their sessions",
  method: "POST",
  path: "/api/people/{id}/remove",
  gate: withStepUp(clinic("admin")),
  params: membershipParams,
  body: removal,
  answer: removed,
  refusals: removeRefusals,
  run: removeColleague,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
