import { signedIn } from "@/features/access/route-gates";
import { factorList } from "@/features/account/factor-schema";
import { listFactors } from "@/features/account/list-factors";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listFactors",
  summary: "One's own authenticator apps and passkeys, and how many recovery codes are left",
  method: "GET",
  path: "/api/account/factors",
  gate: signedIn,
  answer: factorList,
  refusals: {},
  run: listFactors,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
