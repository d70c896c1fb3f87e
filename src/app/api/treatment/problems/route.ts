import { patient } from "@/features/access/route-gates";
import { reportRefusals } from "@/features/problems/refusals";
import { reportProblem } from "@/features/problems/report-problem";
import { MAX_REPORT_BYTES, problemBody, reportedAnswer } from "@/features/problems/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "reportProblem",
  summary:
    "Something is wrong with an aligner: opens a thread, answers with what was said beforehand",
  method: "POST",
  path: "/api/treatment/problems",
  status: 201,
  gate: patient,
  body: problemBody,
  maxBodyBytes: MAX_REPORT_BYTES,
  limit: { name: "problems", per: "session", points: 10, windowSeconds: 600 },
  answer: reportedAnswer,
  refusals: reportRefusals,
  run: reportProblem,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
