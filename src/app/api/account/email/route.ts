import { signedIn, withStepUp } from "@/features/access/route-gates";
import { requestEmailRefusals } from "@/features/account/refusals";
import { requestEmailChange } from "@/features/account/request-email-change";
import { emailChangeRequest, emailPending } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "requestEmailChange",
  summary: "Begins the change of one's own e-mail address",
  method: "POST",
  path: "/api/account/email",
  status: 201,
  gate: withStepUp(signedIn),
  body: emailChangeRequest,
  answer: emailPending,
  refusals: requestEmailRefusals,
  run: requestEmailChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
