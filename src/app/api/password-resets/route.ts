import { requestPasswordReset } from "@/features/access/passwords/request-password-reset";
import { anyone } from "@/features/access/route-gates";
import { resetRequest, resetRequested } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "requestPasswordReset",
  summary: "Mails a link to set a new password; the answer is the same for every address",
  method: "POST",
  path: "/api/password-resets",
  gate: anyone,
  body: resetRequest,
  answer: resetRequested,
  refusals: {},
  limit: { name: "password-reset", per: "address", points: 20, windowSeconds: 3600 },
  maxBodyBytes: 8192,
  run: requestPasswordReset,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
