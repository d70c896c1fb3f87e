import { signedIn, withStepUp } from "@/features/access/route-gates";
import { startMobileRefusals } from "@/features/account/refusals";
import { mobileChangeRequest, mobilePending } from "@/features/account/schema";
import { startMobileChange } from "@/features/account/start-mobile-change";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "startMobileChange",
  summary: "Texts a code to one's own new mobile number",
  method: "POST",
  path: "/api/account/mobile",
  status: 201,
  gate: withStepUp(signedIn),
  body: mobileChangeRequest,
  answer: mobilePending,
  refusals: startMobileRefusals,
  run: startMobileChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
