import { signedIn, withStepUp } from "@/features/access/route-gates";
import { removeFactor } from "@/features/account/change-factor";
import { removeFactorRefusals } from "@/features/account/factor-refusals";
import { factorNamed, factorParams } from "@/features/account/factor-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "removeFactor",
  summary: "Removes an authenticator app or a passkey",
  method: "POST",
  path: "/api/account/factors/{id}/remove",
  gate: withStepUp(signedIn),
  params: factorParams,
  answer: factorNamed,
  refusals: removeFactorRefusals,
  limit: { name: "change-factor", per: "session", points: 60, windowSeconds: 600 },
  run: removeFactor,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
