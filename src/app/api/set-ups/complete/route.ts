import { anyone } from "@/features/access/route-gates";
import { completeSetUp } from "@/features/people/complete-set-up";
import { completeSetUpRefusals } from "@/features/people/refusals";
import { setUpCompleted, setUpCompletion } from "@/features/people/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "completeSetUp",
  summary: "Proves the authenticator app or passkey of a set-up link; the login works from then on",
  method: "POST",
  path: "/api/set-ups/complete",
  gate: anyone,
  body: setUpCompletion,
  answer: setUpCompleted,
  refusals: completeSetUpRefusals,
  limit: { name: "set-up-complete", per: "address", points: 30, windowSeconds: 600 },
  maxBodyBytes: 8192,
  run: completeSetUp,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
