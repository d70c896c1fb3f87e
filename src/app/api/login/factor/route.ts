import { switchFactor } from "@/features/access/login/switch-factor";
import { switchFactorRefusals } from "@/features/access/refusals";
import { anyone } from "@/features/access/route-gates";
import { factorChoice, factorSwitched } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "switchLoginFactor",
  summary: "Goes on with another second factor in the login under way; SMS may send a text",
  method: "POST",
  path: "/api/login/factor",
  gate: anyone,
  body: factorChoice,
  answer: factorSwitched,
  refusals: switchFactorRefusals,
  limit: { name: "login-factor", per: "address", points: 60, windowSeconds: 60 },
  maxBodyBytes: 8192,
  run: switchFactor,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
