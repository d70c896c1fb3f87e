import { clinic } from "@/features/access/route-gates";
import { recordSearchQuery, recordsAnswer } from "@/features/records/schema";
import { searchRecords } from "@/features/records/search-records";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "searchRecords",
  summary: "The practice's records by name, birth date, telephone or e-mail",
  method: "GET",
  path: "/api/patients",
  gate: clinic(),
  query: recordSearchQuery,
  answer: recordsAnswer,
  refusals: {},
  run: searchRecords,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
