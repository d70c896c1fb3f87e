import { signedIn, withStepUp } from "@/features/access/route-gates";
import { addAuthenticator } from "@/features/account/add-factor";
import { addFactorRefusals } from "@/features/account/factor-refusals";
import { authenticatorBegun, newFactor } from "@/features/account/factor-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addAuthenticator",
  summary: "Begins an authenticator app; it counts once a code of it was right",
  method: "POST",
  path: "/api/account/factors/authenticators",
  gate: withStepUp(signedIn),
  body: newFactor,
  answer: authenticatorBegun,
  status: 201,
  refusals: addFactorRefusals,
  limit: { name: "add-factor", per: "session", points: 20, windowSeconds: 600 },
  run: addAuthenticator,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
