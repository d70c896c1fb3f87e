import { clinic, withStepUp } from "@/features/access/route-gates";
import { exportAudit } from "@/features/audit/export-audit";
import { auditExportRefusals } from "@/features/audit/refusals";
import { auditExportRequest } from "@/features/audit/schema";
import { otherMethods, rawRoute } from "@/server/route";

export const POST = rawRoute({
  operation: "exportAudit",
  summary:
    "Every row of the audit log that the filters name, as a CSV or JSON file; x-rows says how many",
  method: "POST",
  path: "/api/audit/export",
  gate: withStepUp(clinic("admin")),
  query: auditExportRequest,
  raw: { answers: ["text/csv", "application/json"] },
  refusals: auditExportRefusals,
  run: exportAudit,
  respond: ({ fileName, contentType, rows, stream }) =>
    new Response(stream, {
      headers: {
        "content-type": contentType,
        "content-disposition": `attachment; filename="${fileName}"`,
        "x-rows": String(rows),
        // no-transform: a file that is compressed on its way would be held back.
        "cache-control": "no-store, no-transform",
        "x-content-type-options": "nosniff",
      },
    }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
