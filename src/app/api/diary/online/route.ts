import { clinic } from "@/features/access/route-gates";
import { onlineNews } from "@/features/diary/online-news";
import { onlineAnswer } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listOnlineNews",
  summary: "What patients booked, moved and cancelled online since the person last looked.",
  method: "GET",
  path: "/api/diary/online",
  gate: clinic(),
  answer: onlineAnswer,
  refusals: {},
  run: onlineNews,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
