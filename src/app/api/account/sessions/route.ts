import { signedIn } from "@/features/access/route-gates";
import { listSessions } from "@/features/account/list-sessions";
import { ownSessionsAnswer } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listSessions",
  summary: "Where this login is logged in",
  method: "GET",
  path: "/api/account/sessions",
  gate: signedIn,
  answer: ownSessionsAnswer,
  refusals: {},
  run: listSessions,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
