import { patientOrClinic } from "@/features/access/route-gates";
import { saveDraft } from "@/features/messages/compose/save-draft";
import { draftRefusals } from "@/features/messages/refusals";
import { draftBody, draftView, MAX_MESSAGE_BYTES } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const PUT = route({
  operation: "saveDraft",
  summary: "Keep what was begun to write; nothing written removes it",
  method: "PUT",
  path: "/api/drafts",
  gate: patientOrClinic,
  body: draftBody,
  maxBodyBytes: MAX_MESSAGE_BYTES,
  answer: draftView,
  refusals: draftRefusals,
  run: saveDraft,
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods("PUT");
