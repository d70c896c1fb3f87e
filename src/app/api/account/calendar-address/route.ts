import { signedIn, withStepUp } from "@/features/access/route-gates";
import { makeFeed } from "@/features/account/calendar-feed/make-feed";
import { makeFeedRefusals } from "@/features/account/calendar-feed/refusals";
import { feedAddress } from "@/features/account/calendar-feed/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "makeCalendarAddress",
  summary: "Make the private address of one's calendar, in place of the one before; shown once",
  method: "POST",
  path: "/api/account/calendar-address",
  status: 201,
  gate: withStepUp(signedIn),
  answer: feedAddress,
  refusals: makeFeedRefusals,
  run: makeFeed,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
