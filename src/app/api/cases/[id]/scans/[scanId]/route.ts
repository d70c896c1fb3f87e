import { clinic } from "@/features/access/route-gates";
import { removeScanRefusals, scanProgressRefusals } from "@/features/scans/upload/refusals";
import { removeScan } from "@/features/scans/upload/remove-scan";
import { scanParams, scanProgress, scanRemoved } from "@/features/scans/upload/schema";
import { showScanProgress } from "@/features/scans/upload/show-scan-progress";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "showScanProgress",
  summary: "How much of a scan has come",
  method: "GET",
  path: "/api/cases/{id}/scans/{scanId}",
  gate: clinic("orthodontist"),
  params: scanParams,
  answer: scanProgress,
  refusals: scanProgressRefusals,
  run: showScanProgress,
});

export const DELETE = route({
  operation: "removeScan",
  summary: "Take a scan off a case, or give up one that is under way",
  method: "DELETE",
  path: "/api/cases/{id}/scans/{scanId}",
  gate: clinic("orthodontist"),
  params: scanParams,
  answer: scanRemoved,
  refusals: removeScanRefusals,
  run: removeScan,
});

export const { POST, PUT, PATCH, OPTIONS } = otherMethods("GET", "DELETE");
