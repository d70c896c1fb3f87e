import { signedIn } from "@/features/access/route-gates";
import { confirmEmailChange } from "@/features/account/confirm-email-change";
import { confirmEmailRefusals } from "@/features/account/refusals";
import { emailChanged, tokenRequest } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "confirmEmailChange",
  summary: "Makes the mailed link's address one's own",
  method: "POST",
  path: "/api/account/email/confirm",
  gate: signedIn,
  body: tokenRequest,
  answer: emailChanged,
  refusals: confirmEmailRefusals,
  run: confirmEmailChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
