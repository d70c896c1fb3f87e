import { clinic, withStepUp } from "@/features/access/route-gates";
import { inviteGuardian } from "@/features/guardians/invite-guardian";
import { invitationRefusals } from "@/features/guardians/refusals";
import { invitationAnswer, invitationSchema, patientParams } from "@/features/guardians/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "inviteGuardian",
  summary: "Makes somebody the guardian of a patient",
  method: "POST",
  path: "/api/patients/{id}/guardians",
  status: 201,
  gate: withStepUp(clinic("staff", "admin")),
  params: patientParams,
  body: invitationSchema,
  answer: invitationAnswer,
  refusals: invitationRefusals,
  run: inviteGuardian,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
