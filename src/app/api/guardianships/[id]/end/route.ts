import { clinic } from "@/features/access/route-gates";
import { endGuardianship } from "@/features/guardians/end-guardianship";
import { endRefusals } from "@/features/guardians/refusals";
import { endedAnswer, endSchema, guardianshipParams } from "@/features/guardians/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "endGuardianship",
  summary: "Ends a guardian's access at once",
  method: "POST",
  path: "/api/guardianships/{id}/end",
  gate: clinic("staff", "admin"),
  params: guardianshipParams,
  body: endSchema,
  answer: endedAnswer,
  refusals: endRefusals,
  run: endGuardianship,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
