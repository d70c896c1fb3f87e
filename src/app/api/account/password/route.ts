import { signedIn, withStepUp } from "@/features/access/route-gates";
import { changePassword } from "@/features/account/change-password";
import { changePasswordRefusals } from "@/features/account/refusals";
import { passwordChanged, passwordChangeRequest } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changePassword",
  summary: "Changes one's own password",
  method: "POST",
  path: "/api/account/password",
  gate: withStepUp(signedIn),
  body: passwordChangeRequest,
  answer: passwordChanged,
  refusals: changePasswordRefusals,
  run: changePassword,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
