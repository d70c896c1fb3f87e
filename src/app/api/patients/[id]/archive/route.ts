import { clinic, withStepUp } from "@/features/access/route-gates";
import { patientParams } from "@/features/login-links/schema";
import { archiveRecord } from "@/features/records/archive-record";
import { archiveRefusals } from "@/features/records/record-refusals";
import { archived, archiveSchema } from "@/features/records/record-schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "archiveRecord",
  summary: "Archives a record: no portal any more, history stays",
  method: "POST",
  path: "/api/patients/{id}/archive",
  gate: withStepUp(clinic("staff", "admin")),
  params: patientParams,
  body: archiveSchema,
  answer: archived,
  refusals: archiveRefusals,
  run: archiveRecord,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
