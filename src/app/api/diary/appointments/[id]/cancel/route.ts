import { clinic } from "@/features/access/route-gates";
import { cancelByPractice } from "@/features/diary/end-visit";
import { cancelRefusals } from "@/features/diary/refusals";
import { cancelRequest, diaryVisit, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "cancelByPractice",
  summary: "Cancels a visit for the practice, with a reason.",
  method: "POST",
  path: "/api/diary/appointments/{id}/cancel",
  gate: clinic(),
  params: visitParams,
  body: cancelRequest,
  answer: diaryVisit,
  refusals: cancelRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: cancelByPractice,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
