import { completeFactorLink } from "@/features/access/factors/factor-link";
import { completeFactorLinkRefusals } from "@/features/access/factors/factor-link-refusals";
import {
  factorLinkCompleted,
  factorLinkCompletion,
} from "@/features/access/factors/factor-link-schema";
import { anyone } from "@/features/access/route-gates";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "completeFactorLink",
  summary: "Proves the new authenticator app or passkey; uses the link up",
  method: "POST",
  path: "/api/factor-links/complete",
  gate: anyone,
  body: factorLinkCompletion,
  answer: factorLinkCompleted,
  refusals: completeFactorLinkRefusals,
  limit: { name: "factor-link", per: "address", points: 30, windowSeconds: 60 },
  maxBodyBytes: 8192,
  run: completeFactorLink,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
