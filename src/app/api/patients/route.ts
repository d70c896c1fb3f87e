import { clinic } from "@/features/access/route-gates";
import { createRecord } from "@/features/records/create-record";
import { createRecordRefusals } from "@/features/records/record-refusals";
import { createRecordSchema, recordCreated } from "@/features/records/record-schema";
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

export const POST = route({
  operation: "createRecord",
  summary: "A new record of the practice, with its login name",
  method: "POST",
  path: "/api/patients",
  gate: clinic("staff", "admin"),
  body: createRecordSchema,
  answer: recordCreated,
  refusals: createRecordRefusals,
  run: createRecord,
  status: 201,
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");
