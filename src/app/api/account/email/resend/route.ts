import { signedIn } from "@/features/access/route-gates";
import { resendEmailChange } from "@/features/account/pending-email";
import { resendEmailRefusals } from "@/features/account/refusals";
import { emailPending } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendEmailChange",
  summary: "Mails the link of a pending e-mail change again",
  method: "POST",
  path: "/api/account/email/resend",
  gate: signedIn,
  answer: emailPending,
  refusals: resendEmailRefusals,
  run: resendEmailChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
