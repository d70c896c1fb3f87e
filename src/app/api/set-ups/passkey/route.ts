import { anyone } from "@/features/access/route-gates";
import { beginSetUpPasskey } from "@/features/people/begin-factor";
import { beginPasskeyRefusals } from "@/features/people/refusals";
import { passkeyOffered, setUpPasskey } from "@/features/people/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "beginSetUpPasskey",
  summary: "Begins a passkey in the authenticator app's place",
  method: "POST",
  path: "/api/set-ups/passkey",
  gate: anyone,
  body: setUpPasskey,
  answer: passkeyOffered,
  refusals: beginPasskeyRefusals,
  limit: { name: "set-up-passkey", per: "address", points: 30, windowSeconds: 600 },
  maxBodyBytes: 8192,
  run: beginSetUpPasskey,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
