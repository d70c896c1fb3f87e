import { anyone } from "@/features/access/route-gates";
import { feedResponse, readFeed } from "@/features/account/calendar-feed/read-feed";
import { readFeedRefusals } from "@/features/account/calendar-feed/refusals";
import { feedParams } from "@/features/calendar/schema";
import { otherMethods, rawRoute } from "@/server/route";

export const GET = rawRoute({
  operation: "readCalendarFeed",
  summary: "The calendar behind a private address: its secret is all that is asked for",
  method: "GET",
  path: "/api/calendar/{token}.ics",
  gate: anyone,
  params: feedParams,
  polling: true,
  raw: { answers: ["text/calendar"] },
  refusals: readFeedRefusals,
  run: readFeed,
  respond: feedResponse,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
