import { patient } from "@/features/access/route-gates";
import { listCare } from "@/features/care/queries";
import { careListing, careQuery } from "@/features/care/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "listCare",
  summary: "Care guidance for patients, or what of it fits some words",
  method: "GET",
  path: "/api/care",
  gate: patient,
  query: careQuery,
  answer: careListing,
  refusals: {},
  run: listCare,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
