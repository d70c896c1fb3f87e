import { clinic } from "@/features/access/route-gates";
import { pieceRefusals } from "@/features/scans/upload/refusals";
import { pieceQuery, scanParams, scanProgress } from "@/features/scans/upload/schema";
import { storeScanPiece } from "@/features/scans/upload/store-scan-piece";
import { otherMethods, rawRoute } from "@/server/route";

export const PUT = rawRoute({
  operation: "storeScanPiece",
  summary: "Send the next piece of a scan; its SHA-256 in x-sha256",
  method: "PUT",
  path: "/api/cases/{id}/scans/{scanId}/pieces",
  gate: clinic("orthodontist"),
  params: scanParams,
  query: pieceQuery,
  raw: { accepts: ["application/octet-stream"] },
  answer: scanProgress,
  refusals: pieceRefusals,
  run: storeScanPiece,
  respond: (progress) =>
    Response.json(progress, {
      headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
    }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods("PUT");
