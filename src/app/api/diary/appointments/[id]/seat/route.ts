import { clinic } from "@/features/access/route-gates";
import { markSeated } from "@/features/diary/mark-visit";
import { markRefusals } from "@/features/diary/refusals";
import { diaryVisit, markRequest, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "markSeated",
  summary: "The patient sits in the chair.",
  method: "POST",
  path: "/api/diary/appointments/{id}/seat",
  gate: clinic(),
  params: visitParams,
  body: markRequest,
  answer: diaryVisit,
  refusals: markRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: markSeated,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
