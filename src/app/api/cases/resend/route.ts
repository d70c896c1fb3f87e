import { clinic } from "@/features/access/route-gates";
import { resendRefusals } from "@/features/cases/delivery/refusals";
import { resendCases } from "@/features/cases/delivery/resend-case";
import { resendBody, resentAllAnswer } from "@/features/cases/delivery/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendCases",
  summary: "Send several of one's own cases once more, or all that did not arrive",
  method: "POST",
  path: "/api/cases/resend",
  gate: clinic("orthodontist"),
  body: resendBody,
  answer: resentAllAnswer,
  refusals: resendRefusals,
  run: resendCases,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
