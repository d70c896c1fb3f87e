import { clinic, withStepUp } from "@/features/access/route-gates";
import { changeRole } from "@/features/people/roles/change-role";
import { changeRoleRefusals } from "@/features/people/roles/refusals";
import { membershipParams, roleChange, roleChanged } from "@/features/people/roles/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeRole",
  summary: "Gives somebody of the practice another role, at once",
  method: "POST",
  path: "/api/people/{id}/role",
  gate: withStepUp(clinic("admin")),
  params: membershipParams,
  body: roleChange,
  answer: roleChanged,
  refusals: changeRoleRefusals,
  run: changeRole,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
