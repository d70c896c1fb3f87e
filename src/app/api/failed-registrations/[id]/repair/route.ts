import { clinic, withStepUp } from "@/features/access/route-gates";
import { repairRefusals } from "@/features/repairs/refusals";
import { repairRegistration } from "@/features/repairs/repair-registration";
import { idParams, repairAnswer, repairSchema } from "@/features/repairs/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "repairRegistration",
  summary: "Repairs a failed registration by the action that fits its cause, or says it needs none",
  method: "POST",
  path: "/api/failed-registrations/{id}/repair",
  gate: withStepUp(clinic("staff", "admin")),
  params: idParams,
  body: repairSchema,
  answer: repairAnswer,
  refusals: repairRefusals,
  run: repairRegistration,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
