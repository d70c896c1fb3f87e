import { signedIn } from "@/features/access/route-gates";
import { renameFactor } from "@/features/account/change-factor";
import { renameFactorRefusals } from "@/features/account/factor-refusals";
import { factorLabel, factorNamed, factorParams } from "@/features/account/factor-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "renameFactor",
  summary: "Gives an authenticator app or a passkey another name",
  method: "POST",
  path: "/api/account/factors/{id}/rename",
  gate: signedIn,
  params: factorParams,
  body: factorLabel,
  answer: factorNamed,
  refusals: renameFactorRefusals,
  limit: { name: "change-factor", per: "session", points: 60, windowSeconds: 600 },
  run: renameFactor,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
