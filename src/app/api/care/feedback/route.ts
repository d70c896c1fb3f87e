import { patient } from "@/features/access/route-gates";
import { giveFeedback } from "@/features/care/give-feedback";
import { articleRefusals } from "@/features/care/refusals";
import { feedbackAnswer, feedbackRequest } from "@/features/care/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "giveCareFeedback",
  summary: "Says whether an article was helpful; the last answer counts",
  method: "POST",
  path: "/api/care/feedback",
  gate: patient,
  body: feedbackRequest,
  answer: feedbackAnswer,
  refusals: articleRefusals,
  run: giveFeedback,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
