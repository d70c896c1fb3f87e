import { clinic } from "@/features/access/route-gates";
import { endAbsence } from "@/features/messages/cover/end-absence";
import { endAbsenceRefusals } from "@/features/messages/cover/refusals";
import { absenceParams, endAbsenceBody, endedView } from "@/features/messages/cover/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "endAbsence",
  summary: "End an absence early, or take back one that has not begun",
  method: "POST",
  path: "/api/absences/{id}/end",
  gate: clinic("orthodontist", "admin"),
  params: absenceParams,
  body: endAbsenceBody,
  answer: endedView,
  refusals: endAbsenceRefusals,
  run: endAbsence,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
