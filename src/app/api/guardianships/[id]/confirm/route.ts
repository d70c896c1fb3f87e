import { confirmChild } from "@/features/guardians/confirm-child";
import { guardian } from "@/features/guardians/gate";
import { confirmRefusals } from "@/features/guardians/refusals";
import { birthDateSchema, confirmedAnswer, guardianshipParams } from "@/features/guardians/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "confirmChild",
  summary: "Confirms a child's birth date as its guardian",
  method: "POST",
  path: "/api/guardianships/{id}/confirm",
  gate: guardian,
  params: guardianshipParams,
  body: birthDateSchema,
  answer: confirmedAnswer,
  refusals: confirmRefusals,
  run: confirmChild,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
