import { patient } from "@/features/access/route-gates";
import { treatmentView } from "@/features/treatment/queries";
import { treatmentAnswer, treatmentQuery } from "@/features/treatment/schema";
import { otherMethods, route } from "@/server/route";

export const GET = route({
  operation: "readTreatment",
  summary:
    "The patient's treatment today: every stage per arch with its dates, and what to do next.",
  method: "GET",
  path: "/api/treatment",
  gate: patient,
  query: treatmentQuery,
  answer: treatmentAnswer,
  refusals: {},
  run: treatmentView,
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");
