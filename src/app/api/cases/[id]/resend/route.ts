import { clinic } from "@/features/access/route-gates";
import { resendRefusals } from "@/features/cases/delivery/refusals";
import { resendCase } from "@/features/cases/delivery/resend-case";
import { resendParams, resentAnswer } from "@/features/cases/delivery/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "resendCase",
  summary: "Send one of one's own cases to its lab once more; the lab gets no double",
  method: "POST",
  path: "/api/cases/{id}/resend",
  gate: clinic("orthodontist"),
  params: resendParams,
  answer: resentAnswer,
  refusals: resendRefusals,
  run: resendCase,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
