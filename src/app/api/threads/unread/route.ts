import { signedIn } from "@/features/access/route-gates";
import { countUnread } from "@/features/messages/live/count-unread";
import { unreadView } from "@/features/messages/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "countUnread",
  summary: "The number on the entry Messages or Inbox",
  method: "GET",
  path: "/api/threads/unread",
  gate: signedIn,
  polling: true,
  answer: unreadView,
  refusals: {},
  run: countUnread,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
