import { signedIn, withStepUp } from "@/features/access/route-gates";
import { resendMobileRefusals } from "@/features/account/refusals";
import { mobilePending } from "@/features/account/schema";
import { resendMobileCode } from "@/features/account/start-mobile-change";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendMobileCode",
  summary: "Texts another code to the new mobile number",
  method: "POST",
  path: "/api/account/mobile/resend",
  gate: withStepUp(signedIn),
  answer: mobilePending,
  refusals: resendMobileRefusals,
  run: resendMobileCode,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
