import { patient } from "@/features/access/route-gates";
import { leaveWaitingList } from "@/features/waiting-list/leave-list";
import { leaveRefusals } from "@/features/waiting-list/refusals";
import { entryParams, leftAnswer, patientBody } from "@/features/waiting-list/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "leaveWaitingList",
  summary: "Takes the patient off the waiting list.",
  method: "POST",
  path: "/api/waiting-list/{id}/leave",
  gate: patient,
  params: entryParams,
  body: patientBody,
  answer: leftAnswer,
  refusals: leaveRefusals,
  run: leaveWaitingList,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
