import { patient } from "@/features/access/route-gates";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { alignerChangeRefusals } from "@/features/treatment/refusals";
import { alignerChangeAnswer, alignerChangeBody } from "@/features/treatment/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "recordAlignerChange",
  summary: "Marks the next aligner as put on, today or on an earlier day.",
  method: "POST",
  path: "/api/treatment/aligner-changes",
  status: 201,
  gate: patient,
  body: alignerChangeBody,
  answer: alignerChangeAnswer,
  refusals: alignerChangeRefusals,
  limit: { name: "aligner-changes", per: "session", points: 30, windowSeconds: 600 },
  run: recordAlignerChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
