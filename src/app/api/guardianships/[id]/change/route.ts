import { clinic } from "@/features/access/route-gates";
import { changeGuardianship } from "@/features/guardians/change-guardianship";
import { changeRefusals } from "@/features/guardians/refusals";
import { changedAnswer, changeSchema, guardianshipParams } from "@/features/guardians/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeGuardianship",
  summary: "Changes what a guardian may do, or until when, at once",
  method: "POST",
  path: "/api/guardianships/{id}/change",
  gate: clinic("staff", "admin"),
  params: guardianshipParams,
  body: changeSchema,
  answer: changedAnswer,
  refusals: changeRefusals,
  run: changeGuardianship,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
