import { completePasswordReset } from "@/features/access/passwords/complete-password-reset";
import { completeResetRefusals } from "@/features/access/refusals";
import { anyone } from "@/features/access/route-gates";
import { resetCompleted, resetCompletion } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "completePasswordReset",
  summary: "Sets the new password by the link of the mail",
  method: "POST",
  path: "/api/password-resets/complete",
  gate: anyone,
  body: resetCompletion,
  answer: resetCompleted,
  refusals: completeResetRefusals,
  limit: { name: "password-reset-complete", per: "address", points: 30, windowSeconds: 600 },
  maxBodyBytes: 8192,
  run: completePasswordReset,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
