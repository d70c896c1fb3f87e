import { authenticatorOffered } from "@/features/access/factors/factor-link-schema";
import { anyone } from "@/features/access/route-gates";
import { choosePassword } from "@/features/people/choose-password";
import { choosePasswordRefusals } from "@/features/people/refusals";
import { setUpPassword } from "@/features/people/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "chooseSetUpPassword",
  summary: "Chooses the password of a set-up link and answers the authenticator to be proved",
  method: "POST",
  path: "/api/set-ups/password",
  gate: anyone,
  body: setUpPassword,
  answer: authenticatorOffered,
  refusals: choosePasswordRefusals,
  limit: { name: "set-up-password", per: "address", points: 30, windowSeconds: 600 },
  maxBodyBytes: 8192,
  run: choosePassword,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
