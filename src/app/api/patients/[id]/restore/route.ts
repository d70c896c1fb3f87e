import { clinic, withStepUp } from "@/features/access/route-gates";
import { patientParams } from "@/features/login-links/schema";
import { restoreRefusals } from "@/features/records/record-refusals";
import { archived, restoreSchema } from "@/features/records/record-schema";
import { restoreRecord } from "@/features/records/restore-record";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "restoreRecord",
  summary: "Takes a record out of the archive, with a portal again",
  method: "POST",
  path: "/api/patients/{id}/restore",
  gate: withStepUp(clinic("admin")),
  params: patientParams,
  body: restoreSchema,
  answer: archived,
  refusals: restoreRefusals,
  run: restoreRecord,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
