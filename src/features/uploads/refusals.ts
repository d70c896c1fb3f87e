import type { RefusalTable } from "@/lib/refusal-table";
import type { StoreUploadRefusal } from "./store-upload";

export const uploadRefusals: RefusalTable<StoreUploadRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  patient_required: { status: 422, words: "refusals.patient_required", field: "patientId" },
  view_only: { status: 403, words: "messages.refusals.view_only" },
  file_name_missing: { status: 422, words: "uploads.refusals.file_name_missing" },
  type_not_accepted: { status: 415, words: "uploads.refusals.type_not_accepted" },
  heic: { status: 415, words: "uploads.refusals.heic" },
  content_differs: { status: 415, words: "uploads.refusals.content_differs" },
  file_too_large: { status: 413, words: "uploads.refusals.file_too_large" },
  too_many_pixels: { status: 422, words: "uploads.refusals.too_many_pixels" },
  unreadable: { status: 422, words: "uploads.refusals.unreadable" },
  incomplete: { status: 400, words: "uploads.refusals.incomplete" },
  quota_reached: { status: 429, words: "uploads.refusals.quota_reached" },
  busy: { status: 503, words: "uploads.refusals.busy" },
};

export const viewUploadRefusals: RefusalTable<"not_found"> = {
  not_found: uploadRefusals.not_found,
};
