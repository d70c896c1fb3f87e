import { signedIn, withStepUp } from "@/features/access/route-gates";
import { exportOwnData } from "@/features/own-data/export-own-data";
import { ownDataRefusals } from "@/features/own-data/refusals";
import { ownDataFile, ownDataRequest } from "@/features/own-data/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "exportOwnData",
  summary: "All of one's own data, to read or for other programs",
  method: "POST",
  path: "/api/account/export",
  gate: withStepUp(signedIn),
  body: ownDataRequest,
  answer: ownDataFile,
  refusals: ownDataRefusals,
  run: exportOwnData,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
