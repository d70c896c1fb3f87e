import { clinic } from "@/features/access/route-gates";
import { markCompleted } from "@/features/diary/mark-visit";
import { markRefusals } from "@/features/diary/refusals";
import { diaryVisit, markRequest, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "markCompleted",
  summary: "The visit is done.",
  method: "POST",
  path: "/api/diary/appointments/{id}/complete",
  gate: clinic(),
  params: visitParams,
  body: markRequest,
  answer: diaryVisit,
  refusals: markRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: markCompleted,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
