import { clinic } from "@/features/access/route-gates";
import { reopenThread } from "@/features/messages/inbox/change-state";
import { reopenRefusals } from "@/features/messages/inbox/refusals";
import { handlingView, reopenBody } from "@/features/messages/inbox/schema";
import { threadParams } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "reopenThread",
  summary: "Open a closed thread as it was",
  method: "POST",
  path: "/api/threads/{id}/reopen",
  gate: clinic(),
  params: threadParams,
  body: reopenBody,
  answer: handlingView,
  refusals: reopenRefusals,
  run: reopenThread,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
