import { clinic } from "@/features/access/route-gates";
import { moveAppointment } from "@/features/diary/move-appointment";
import { moveRefusals } from "@/features/diary/refusals";
import { diaryVisit, moveRequest, visitParams } from "@/features/diary/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "moveAppointment",
  summary: "Moves or resizes a visit.",
  method: "POST",
  path: "/api/diary/appointments/{id}/move",
  gate: clinic(),
  params: visitParams,
  body: moveRequest,
  answer: diaryVisit,
  refusals: moveRefusals,
  limit: { name: "diary", per: "session", points: 300, windowSeconds: 600 },
  run: moveAppointment,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
