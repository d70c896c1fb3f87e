import { anyone } from "@/features/access/route-gates";
import { linkRefusals } from "@/features/account/refusals";
import { emailRestored, tokenRequest } from "@/features/account/schema";
import { undoEmailChange } from "@/features/account/undo-email-change";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "undoEmailChange",
  summary: "Brings the former e-mail address back and ends every session",
  method: "POST",
  path: "/api/account/email/undo",
  gate: anyone,
  body: tokenRequest,
  answer: emailRestored,
  refusals: linkRefusals,
  limit: { name: "email-undo", per: "address", points: 30, windowSeconds: 3600 },
  run: undoEmailChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
