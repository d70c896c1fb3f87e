import { patientOrClinic } from "@/features/access/route-gates";
import { foundThreads, searchQuery } from "@/features/messages/search/schema";
import { searchThreads } from "@/features/messages/search/search-threads";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "searchThreads",
  summary: "Threads whose subject or messages have some words",
  method: "GET",
  path: "/api/threads/search",
  gate: patientOrClinic,
  query: searchQuery,
  answer: foundThreads,
  refusals: {},
  run: searchThreads,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
