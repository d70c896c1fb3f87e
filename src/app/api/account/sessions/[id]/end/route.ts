import { signedIn } from "@/features/access/route-gates";
import { endSession } from "@/features/account/end-sessions";
import { sessionParams, sessionsEnded } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "endSession",
  summary: "Ends one session of one's own login",
  method: "POST",
  path: "/api/account/sessions/{id}/end",
  gate: signedIn,
  params: sessionParams,
  answer: sessionsEnded,
  refusals: { not_found: { status: 404, words: "refusals.not_found" } },
  run: endSession,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
