import { clinic } from "@/features/access/route-gates";
import { snoozeRefusals } from "@/features/messages/inbox/refusals";
import { handlingView, snoozeBody } from "@/features/messages/inbox/schema";
import { snoozeThread } from "@/features/messages/inbox/snooze-thread";
import { threadParams } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "snoozeThread",
  summary: "Put a thread away until a time, or bring it back",
  method: "POST",
  path: "/api/threads/{id}/snooze",
  gate: clinic(),
  params: threadParams,
  body: snoozeBody,
  answer: handlingView,
  refusals: snoozeRefusals,
  run: snoozeThread,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
