import { signedIn, withStepUp } from "@/features/access/route-gates";
import { makeRecoveryCodes } from "@/features/account/change-factor";
import { recoveryCodesMade } from "@/features/account/factor-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "makeRecoveryCodes",
  summary: "Makes ten new recovery codes and shows them once; the old ones are dead",
  method: "POST",
  path: "/api/account/factors/recovery-codes",
  gate: withStepUp(signedIn),
  answer: recoveryCodesMade,
  status: 201,
  refusals: {},
  limit: { name: "recovery-codes", per: "session", points: 10, windowSeconds: 600 },
  run: makeRecoveryCodes,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
