import { clinic, withStepUp } from "@/features/access/route-gates";
import { auditExportRefusals } from "@/features/audit/refusals";
import { exportTexts } from "@/features/sms-usage/export-texts";
import { usageQuery } from "@/features/sms-usage/schema";
import { otherMethods, rawRoute } from "@/server/route";

export const POST = rawRoute({
  operation: "exportTexts",
  summary: "Every text of a month as a CSV file; x-rows says how many",
  method: "POST",
  path: "/api/usage/export",
  gate: withStepUp(clinic("staff", "admin")),
  query: usageQuery,
  raw: { answers: ["text/csv"] },
  refusals: auditExportRefusals,
  run: exportTexts,
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
