import { openFactorLink } from "@/features/access/factors/factor-link";
import { openFactorLinkRefusals } from "@/features/access/factors/factor-link-refusals";
import { factorLinkOpened, factorLinkOpening } from "@/features/access/factors/factor-link-schema";
import { anyone } from "@/features/access/route-gates";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "openFactorLink",
  summary:
    "The password beside the link of a reset; begins a new authenticator app and, in its place, a passkey",
  method: "POST",
  path: "/api/factor-links",
  gate: anyone,
  body: factorLinkOpening,
  answer: factorLinkOpened,
  refusals: openFactorLinkRefusals,
  limit: { name: "factor-link", per: "address", points: 30, windowSeconds: 60 },
  maxBodyBytes: 8192,
  run: openFactorLink,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
