import { signedIn } from "@/features/access/route-gates";
import { confirmOwnPasskey } from "@/features/account/add-factor";
import { confirmPasskeyRefusals } from "@/features/account/factor-refusals";
import { factorNamed, factorParams, newPasskey } from "@/features/account/factor-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "confirmPasskey",
  summary: "Takes the passkey that the browser made",
  method: "POST",
  path: "/api/account/factors/passkeys/{id}/confirm",
  gate: signedIn,
  params: factorParams,
  body: newPasskey,
  answer: factorNamed,
  refusals: confirmPasskeyRefusals,
  limit: { name: "confirm-factor", per: "session", points: 30, windowSeconds: 600 },
  run: confirmOwnPasskey,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
