import { signedIn } from "@/features/access/route-gates";
import { cancelEmailChange } from "@/features/account/pending-email";
import { cancelled } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "cancelEmailChange",
  summary: "Gives a pending e-mail change up",
  method: "POST",
  path: "/api/account/email/cancel",
  gate: signedIn,
  answer: cancelled,
  refusals: {},
  run: cancelEmailChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
