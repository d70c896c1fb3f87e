import { clinic } from "@/features/access/route-gates";
import { markOnlineSeen } from "@/features/diary/online-news";
import { onlineSeenAnswer, onlineSeenRequest } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "markOnlineSeen",
  summary: "Notes up to when somebody has seen what was done online.",
  method: "POST",
  path: "/api/diary/online/seen",
  gate: clinic(),
  body: onlineSeenRequest,
  answer: onlineSeenAnswer,
  refusals: {},
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: markOnlineSeen,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
