import { clinic, withStepUp } from "@/features/access/route-gates";
import { exportAudit } from "@/features/audit/export-audit";
import { auditExportRefusals } from "@/features/audit/refusals";
import { auditExportRequest, exportedFile } from "@/features/audit/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "exportAudit",
  summary: "The filtered rows of the audit log as a CSV or JSON file",
  method: "POST",
  path: "/api/audit/export",
  gate: withStepUp(clinic("admin")),
  body: auditExportRequest,
  answer: exportedFile,
  refusals: auditExportRefusals,
  run: exportAudit,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
