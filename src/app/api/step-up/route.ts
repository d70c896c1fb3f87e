import { startStepUp } from "@/features/access/factors/start-step-up";
import { startStepUpRefusals } from "@/features/access/refusals";
import { signedInBrowser } from "@/features/access/route-gates";
import { stepUpRequest, stepUpStarted } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "startStepUp",
  summary: "Begins to prove the second factor again, for what needs a fresh one; may send a text",
  method: "POST",
  path: "/api/step-up",
  gate: signedInBrowser,
  body: stepUpRequest,
  answer: stepUpStarted,
  refusals: startStepUpRefusals,
  limit: { name: "step-up", per: "session", points: 30, windowSeconds: 60 },
  run: startStepUp,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
