import { patient } from "@/features/access/route-gates";
import { readArticle } from "@/features/care/queries";
import { articleRefusals } from "@/features/care/refusals";
import { articleParams, articleQuery, articleView } from "@/features/care/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readCareArticle",
  summary: "One article of the care guidance",
  method: "GET",
  path: "/api/care/{key}",
  gate: patient,
  params: articleParams,
  query: articleQuery,
  answer: articleView,
  refusals: articleRefusals,
  run: readArticle,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
