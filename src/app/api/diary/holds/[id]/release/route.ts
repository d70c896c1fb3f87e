import { clinic } from "@/features/access/route-gates";
import { releaseDeskHold } from "@/features/diary/hold-for-patient";
import { releasedAnswer, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "releaseDeskHold",
  summary: "Lets a time go that the desk held.",
  method: "POST",
  path: "/api/diary/holds/{id}/release",
  gate: clinic(),
  params: visitParams,
  answer: releasedAnswer,
  refusals: {},
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: releaseDeskHold,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
