import { patient } from "@/features/access/route-gates";
import { visitTypesAnswer, visitTypesQuery } from "@/features/appointments/schema";
import { visitTypes } from "@/features/appointments/slot-queries";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listVisitTypes",
  summary: "The types of visit this patient may book.",
  method: "GET",
  path: "/api/visit-types",
  gate: patient,
  query: visitTypesQuery,
  answer: visitTypesAnswer,
  refusals: {},
  run: visitTypes,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
