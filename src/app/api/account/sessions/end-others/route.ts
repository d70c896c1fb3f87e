import { signedIn } from "@/features/access/route-gates";
import { endOtherSessions } from "@/features/account/end-sessions";
import { sessionsEnded } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "endOtherSessions",
  summary: "Ends every session of one's own login but this one",
  method: "POST",
  path: "/api/account/sessions/end-others",
  gate: signedIn,
  answer: sessionsEnded,
  refusals: {},
  run: endOtherSessions,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
