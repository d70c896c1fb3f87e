import { patient } from "@/features/access/route-gates";
import { releaseHold } from "@/features/appointments/holds/release-hold";
import { releaseRefusals } from "@/features/appointments/refusals";
import { appointmentParams, patientBody, releasedAnswer } from "@/features/appointments/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "releaseHold",
  summary: "Gives a held time back before its five minutes are over.",
  method: "POST",
  path: "/api/holds/{id}/release",
  gate: patient,
  params: appointmentParams,
  body: patientBody,
  answer: releasedAnswer,
  refusals: releaseRefusals,
  run: releaseHold,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
