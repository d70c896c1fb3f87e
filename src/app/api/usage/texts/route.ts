import { clinic } from "@/features/access/route-gates";
import { listTexts } from "@/features/sms-usage/list-texts";
import { textsAnswer, textsQuery } from "@/features/sms-usage/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listTexts",
  summary: "Every text of a month, newest first: purpose, patient, segments, state, price, tries",
  method: "GET",
  path: "/api/usage/texts",
  gate: clinic("staff", "admin"),
  query: textsQuery,
  answer: textsAnswer,
  refusals: {},
  run: listTexts,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
