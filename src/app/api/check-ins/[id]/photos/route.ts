import { patient } from "@/features/access/route-gates";
import { addPhoto } from "@/features/check-ins/add-photo";
import { addPhotoRefusals } from "@/features/check-ins/refusals";
import { addPhotoBody, checkInParams, checkInPhotoAnswer } from "@/features/check-ins/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addCheckInPhoto",
  summary: "Puts an uploaded photo in its place of an open check-in; a new one replaces the old.",
  method: "POST",
  path: "/api/check-ins/{id}/photos",
  gate: patient,
  params: checkInParams,
  body: addPhotoBody,
  answer: checkInPhotoAnswer,
  refusals: addPhotoRefusals,
  limit: { name: "check-in-photos", per: "session", points: 90, windowSeconds: 600 },
  run: addPhoto,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
