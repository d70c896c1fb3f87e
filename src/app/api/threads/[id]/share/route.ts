import { clinic } from "@/features/access/route-gates";
import { shareRefusals } from "@/features/messages/inbox/refusals";
import { handlingView, shareBody } from "@/features/messages/inbox/schema";
import { shareThread } from "@/features/messages/inbox/share-thread";
import { threadParams } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "shareThread",
  summary: "Let the practice's team take part in a thread, or no longer",
  method: "POST",
  path: "/api/threads/{id}/share",
  gate: clinic("orthodontist"),
  params: threadParams,
  body: shareBody,
  answer: handlingView,
  refusals: shareRefusals,
  run: shareThread,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
