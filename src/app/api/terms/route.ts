import { anyone } from "@/features/access/route-gates";
import { currentTerms } from "@/features/registration/completion/current-terms";
import { currentTermsRefusals } from "@/features/registration/refusals";
import { currentTermsQuery, termsAnswer } from "@/features/registration/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readTerms",
  summary: "The terms as they stand now, and their version",
  method: "GET",
  path: "/api/terms",
  gate: anyone,
  query: currentTermsQuery,
  answer: termsAnswer,
  refusals: currentTermsRefusals,
  run: currentTerms,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
