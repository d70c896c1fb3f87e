import { clinic } from "@/features/access/route-gates";
import { readDiary } from "@/features/diary/queries";
import { diaryRefusals } from "@/features/diary/refusals";
import { diaryAnswer, diaryQuery } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readDiary",
  summary:
    "The diary of practice days [from, to), 31 at most: hours, visits, requests and live holds.",
  method: "GET",
  path: "/api/diary",
  gate: clinic(),
  query: diaryQuery,
  answer: diaryAnswer,
  refusals: diaryRefusals,
  run: readDiary,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
