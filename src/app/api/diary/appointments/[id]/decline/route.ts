import { clinic } from "@/features/access/route-gates";
import { declineRequest } from "@/features/diary/end-visit";
import { cancelRefusals } from "@/features/diary/refusals";
import { declineBody, diaryVisit, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "declineRequest",
  summary: "Says no to a requested time, with a reason.",
  method: "POST",
  path: "/api/diary/appointments/{id}/decline",
  gate: clinic(),
  params: visitParams,
  body: declineBody,
  answer: diaryVisit,
  refusals: cancelRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: declineRequest,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
