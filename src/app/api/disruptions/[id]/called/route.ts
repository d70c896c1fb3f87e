import { clinic } from "@/features/access/route-gates";
import { noteCall } from "@/features/disruptions/ask-to-choose";
import { disruptionRefusals } from "@/features/disruptions/refusals";
import { calledAnswer, calledRequest, disruptionParams } from "@/features/disruptions/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "noteCall",
  summary: "Note that a patient was reached by telephone",
  method: "POST",
  path: "/api/disruptions/{id}/called",
  gate: clinic("staff", "admin", "orthodontist"),
  params: disruptionParams,
  body: calledRequest,
  answer: calledAnswer,
  refusals: disruptionRefusals,
  run: noteCall,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
