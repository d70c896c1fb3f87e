import { completeStepUp } from "@/features/access/factors/complete-step-up";
import { completeStepUpRefusals } from "@/features/access/refusals";
import { signedInBrowser } from "@/features/access/route-gates";
import { steppedUp, stepUpCompletion } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "completeStepUp",
  summary: "Proves the second factor again; the session goes on under a new token",
  method: "POST",
  path: "/api/step-up/complete",
  gate: signedInBrowser,
  body: stepUpCompletion,
  answer: steppedUp,
  refusals: completeStepUpRefusals,
  limit: { name: "step-up-complete", per: "session", points: 60, windowSeconds: 60 },
  run: completeStepUp,
  present: ({ sessionToken, cookieSeconds, confirmedUntilAt }) => ({
    body: { confirmedUntilAt },
    cookies: [{ name: "session", value: sessionToken, maxAgeSeconds: cookieSeconds }],
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
