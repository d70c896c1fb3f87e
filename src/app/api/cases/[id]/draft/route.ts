import { clinic } from "@/features/access/route-gates";
import { saveDraftRefusals } from "@/features/cases/refusals";
import { saveDraft } from "@/features/cases/save-draft";
import { caseAnswer, caseParams, draftBody, MAX_DRAFT_BYTES } from "@/features/cases/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "saveCaseDraft",
  summary: "Keep what is written of a case",
  method: "POST",
  path: "/api/cases/{id}/draft",
  gate: clinic("orthodontist"),
  params: caseParams,
  body: draftBody,
  maxBodyBytes: MAX_DRAFT_BYTES,
  answer: caseAnswer,
  refusals: saveDraftRefusals,
  run: saveDraft,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
