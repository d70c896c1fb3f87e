import { clinic } from "@/features/access/route-gates";
import { finishScan } from "@/features/scans/upload/finish-scan";
import { finishScanRefusals } from "@/features/scans/upload/refusals";
import { finishScanBody, scanParams, scanView } from "@/features/scans/upload/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "finishScan",
  summary: "Judge a scan whose last byte has come, and hang it on its case",
  method: "POST",
  path: "/api/cases/{id}/scans/{scanId}/finish",
  gate: clinic("orthodontist"),
  params: scanParams,
  body: finishScanBody,
  answer: scanView,
  refusals: finishScanRefusals,
  run: finishScan,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
