import { clinic } from "@/features/access/route-gates";
import { changePhotos } from "@/features/cases/change-photos";
import { casePhotosRefusals } from "@/features/cases/refusals";
import { caseAnswer, caseParams, casePhotosBody } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeCasePhotos",
  summary: "Put a photo into a case, or take it out",
  method: "POST",
  path: "/api/cases/{id}/photos",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: casePhotosBody,
  answer: caseAnswer,
  refusals: casePhotosRefusals,
  run: changePhotos,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
