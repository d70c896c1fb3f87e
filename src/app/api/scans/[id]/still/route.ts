import { clinic } from "@/features/access/route-gates";
import { viewStill } from "@/features/scans/still/view-still";
import { viewUploadRefusals } from "@/features/uploads/refusals";
import { uploadParams } from "@/features/uploads/schema";
import { fileResponse } from "@/features/uploads/view-upload";
import { otherMethods, rawRoute } from "@/server/route";

export const GET = rawRoute({
  operation: "viewScanStill",
  summary: "The still picture of a scan, once it is drawn",
  method: "GET",
  path: "/api/scans/{id}/still",
  gate: clinic("orthodontist"),
  params: uploadParams,
  raw: { answers: ["image/webp"] },
  refusals: viewUploadRefusals,
  run: viewStill,
  respond: fileResponse,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
