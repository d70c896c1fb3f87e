import { clinic } from "@/features/access/route-gates";
import { setAbsenceRefusals } from "@/features/messages/cover/refusals";
import { absenceBody, absenceView } from "@/features/messages/cover/schema";
import { setAbsence } from "@/features/messages/cover/set-absence";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "setAbsence",
  summary:
    "Set an absence: its days, who looks after the conversations, what is answered by itself",
  method: "POST",
  path: "/api/absences",
  gate: clinic("orthodontist", "admin"),
  body: absenceBody,
  answer: absenceView,
  refusals: setAbsenceRefusals,
  run: setAbsence,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
