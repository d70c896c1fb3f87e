import { signedIn } from "@/features/access/route-gates";
import { confirmAuthenticator } from "@/features/account/add-factor";
import { confirmTotpRefusals } from "@/features/account/factor-refusals";
import { factorNamed, factorParams, newCode } from "@/features/account/factor-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "confirmAuthenticator",
  summary: "Proves a new authenticator app by its code",
  method: "POST",
  path: "/api/account/factors/authenticators/{id}/confirm",
  gate: signedIn,
  params: factorParams,
  body: newCode,
  answer: factorNamed,
  refusals: confirmTotpRefusals,
  limit: { name: "confirm-factor", per: "session", points: 30, windowSeconds: 600 },
  run: confirmAuthenticator,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
