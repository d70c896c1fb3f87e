import { signedIn } from "@/features/access/route-gates";
import { confirmMobileChange } from "@/features/account/confirm-mobile-change";
import { confirmMobileRefusals } from "@/features/account/refusals";
import { codeRequest, mobileChanged } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "confirmMobileChange",
  summary: "Makes the new mobile number one's own",
  method: "POST",
  path: "/api/account/mobile/confirm",
  gate: signedIn,
  body: codeRequest,
  answer: mobileChanged,
  refusals: confirmMobileRefusals,
  run: confirmMobileChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
