import { clinic } from "@/features/access/route-gates";
import { endColleagueSessions } from "@/features/people/roles/end-colleague-sessions";
import { membershipRefusals } from "@/features/people/roles/refusals";
import { membershipParams, sessionsEnded } from "@/features/people/roles/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "endColleagueSessions",
  summary: "Logs somebody of the practice out everywhere",
  method: "POST",
  path: "/api/people/{id}/end-sessions",
  gate: clinic("admin"),
  params: membershipParams,
  answer: sessionsEnded,
  refusals: membershipRefusals,
  run: endColleagueSessions,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
