import { patientOrClinic } from "@/features/access/route-gates";
import { acceptedTypes } from "@/features/uploads/accepted-types";
import { viewUploadRefusals } from "@/features/uploads/refusals";
import { uploadParams, uploadViewQuery } from "@/features/uploads/schema";
import { fileResponse, viewUpload } from "@/features/uploads/view-upload";
import { otherMethods, rawRoute } from "@/server/route";

export const GET = rawRoute({
  operation: "viewUpload",
  summary: "A file of a thread, as an attachment",
  method: "GET",
  path: "/api/uploads/{id}",
  gate: patientOrClinic,
  params: uploadParams,
  query: uploadViewQuery,
  raw: { answers: Object.keys(acceptedTypes) },
  refusals: viewUploadRefusals,
  run: viewUpload,
  respond: fileResponse,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
