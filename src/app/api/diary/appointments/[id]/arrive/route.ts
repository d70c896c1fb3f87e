import { clinic } from "@/features/access/route-gates";
import { markArrived } from "@/features/diary/mark-visit";
import { markRefusals } from "@/features/diary/refusals";
import { diaryVisit, markRequest, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "markArrived",
  summary: "The patient is here.",
  method: "POST",
  path: "/api/diary/appointments/{id}/arrive",
  gate: clinic(),
  params: visitParams,
  body: markRequest,
  answer: diaryVisit,
  refusals: markRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: markArrived,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
