import { clinic } from "@/features/access/route-gates";
import { askToChoose } from "@/features/disruptions/ask-to-choose";
import { disruptionRefusals } from "@/features/disruptions/refusals";
import { askAnswer, askRequest, disruptionParams } from "@/features/disruptions/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "askToChoose",
  summary: "Ask patients by mail to choose a new time",
  method: "POST",
  path: "/api/disruptions/{id}/ask",
  gate: clinic("staff", "admin", "orthodontist"),
  params: disruptionParams,
  body: askRequest,
  answer: askAnswer,
  refusals: disruptionRefusals,
  run: askToChoose,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
