import { clinic } from "@/features/access/route-gates";
import { closeThread } from "@/features/messages/inbox/change-state";
import { closeRefusals } from "@/features/messages/inbox/refusals";
import { closeBody, handlingView } from "@/features/messages/inbox/schema";
import { threadParams } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "closeThread",
  summary: "Close a thread: nothing is left to answer",
  method: "POST",
  path: "/api/threads/{id}/close",
  gate: clinic(),
  params: threadParams,
  body: closeBody,
  answer: handlingView,
  refusals: closeRefusals,
  run: closeThread,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
