import { resendCode } from "@/features/access/login/resend-code";
import { resendRefusals } from "@/features/access/refusals";
import { anyone } from "@/features/access/route-gates";
import { codeResent } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendLoginCode",
  summary: "Sends a new code for the login under way; the old one dies",
  method: "POST",
  path: "/api/login/resend",
  gate: anyone,
  answer: codeResent,
  refusals: resendRefusals,
  limit: { name: "login-resend", per: "address", points: 30, windowSeconds: 60 },
  run: resendCode,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
