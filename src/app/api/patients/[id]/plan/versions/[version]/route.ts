import { clinic } from "@/features/access/route-gates";
import { readVersion } from "@/features/treatment/plan/read-version";
import { planReadRefusals } from "@/features/treatment/plan/refusals";
import { versionAnswer, versionParams, versionQuery } from "@/features/treatment/plan/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readPlanVersion",
  summary: "An earlier version of a treatment plan and what it changed",
  method: "GET",
  path: "/api/patients/{id}/plan/versions/{version}",
  gate: clinic(),
  params: versionParams,
  query: versionQuery,
  answer: versionAnswer,
  refusals: planReadRefusals,
  run: readVersion,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
