import { signedIn } from "@/features/access/route-gates";
import { removeFeed } from "@/features/account/calendar-feed/remove-feed";
import { feedRemoved } from "@/features/account/calendar-feed/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "removeCalendarAddress",
  summary: "Take the private address of one's calendar back",
  method: "POST",
  path: "/api/account/calendar-address/remove",
  gate: signedIn,
  answer: feedRemoved,
  refusals: {},
  run: removeFeed,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
