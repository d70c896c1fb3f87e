import { clinic } from "@/features/access/route-gates";
import { beginScan } from "@/features/scans/upload/begin-scan";
import { beginScanRefusals } from "@/features/scans/upload/refusals";
import { beginScanBody, caseScansParams, scanProgress } from "@/features/scans/upload/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "beginScan",
  summary: "Begin a scan of a case, or go on with the same file; its pieces follow",
  method: "POST",
  path: "/api/cases/{id}/scans",
  status: 201,
  gate: clinic("orthodontist"),
  params: caseScansParams,
  body: beginScanBody,
  answer: scanProgress,
  refusals: beginScanRefusals,
  run: beginScan,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
