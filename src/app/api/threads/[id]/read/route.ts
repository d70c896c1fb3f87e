import { patientOrClinic } from "@/features/access/route-gates";
import { markRead } from "@/features/messages/mark-read";
import { threadRefusals } from "@/features/messages/refusals";
import { readBody, readView, threadParams } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "markThreadRead",
  summary: "Note how far the reader has read",
  method: "POST",
  path: "/api/threads/{id}/read",
  gate: patientOrClinic,
  params: threadParams,
  body: readBody,
  answer: readView,
  refusals: threadRefusals,
  run: markRead,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
