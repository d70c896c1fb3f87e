import { passkeyOptions } from "@/features/access/factors/passkey-schema";
import { loginPasskeyOptions } from "@/features/access/login/login-passkey-options";
import { passkeyOptionsRefusals } from "@/features/access/refusals";
import { anyone } from "@/features/access/route-gates";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "loginPasskeyOptions",
  summary: "What the browser asks its passkeys with, for the login under way",
  method: "POST",
  path: "/api/login/passkey-options",
  gate: anyone,
  answer: passkeyOptions,
  refusals: passkeyOptionsRefusals,
  limit: { name: "login-passkey", per: "address", points: 60, windowSeconds: 60 },
  run: loginPasskeyOptions,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
