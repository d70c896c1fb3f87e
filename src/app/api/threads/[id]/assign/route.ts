import { clinic } from "@/features/access/route-gates";
import { assignThread } from "@/features/messages/inbox/assign-thread";
import { assignRefusals } from "@/features/messages/inbox/refusals";
import { assignBody, handlingView } from "@/features/messages/inbox/schema";
import { threadParams } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "assignThread",
  summary: "Give a thread to somebody of the practice, or to nobody",
  method: "POST",
  path: "/api/threads/{id}/assign",
  gate: clinic(),
  params: threadParams,
  body: assignBody,
  answer: handlingView,
  refusals: assignRefusals,
  run: assignThread,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
