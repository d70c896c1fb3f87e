import { signedIn, withStepUp } from "@/features/access/route-gates";
import { addPasskey } from "@/features/account/add-factor";
import { addFactorRefusals } from "@/features/account/factor-refusals";
import { newFactor, passkeyBegun } from "@/features/account/factor-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addPasskey",
  summary: "Begins a passkey: what the browser makes one with",
  method: "POST",
  path: "/api/account/factors/passkeys",
  gate: withStepUp(signedIn),
  body: newFactor,
  answer: passkeyBegun,
  status: 201,
  refusals: addFactorRefusals,
  limit: { name: "add-factor", per: "session", points: 20, windowSeconds: 600 },
  run: addPasskey,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
