import { patientOrClinic } from "@/features/access/route-gates";
import { acceptedTypes } from "@/features/uploads/accepted-types";
import { uploadRefusals } from "@/features/uploads/refusals";
import { uploadQuery, uploadView } from "@/features/uploads/schema";
import { storeUpload } from "@/features/uploads/store-upload";
import { otherMethods, rawRoute } from "@/server/route";

export const POST = rawRoute({
  operation: "storeUpload",
  summary: "Upload a photo or PDF for a message; the name percent-encoded in x-file-name",
  method: "POST",
  path: "/api/uploads",
  status: 201,
  gate: patientOrClinic,
  query: uploadQuery,
  limit: { name: "uploads", per: "session", points: 60, windowSeconds: 600 },
  raw: { accepts: Object.keys(acceptedTypes) },
  answer: uploadView,
  refusals: uploadRefusals,
  run: storeUpload,
  respond: (upload) =>
    Response.json(upload, {
      status: 201,
      headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
    }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
