import { clinic } from "@/features/access/route-gates";
import { renewRefusals } from "@/features/guardians/refusals";
import { renewTries } from "@/features/guardians/renew-tries";
import { guardianshipParams, renewedAnswer } from "@/features/guardians/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "renewGuardianTries",
  summary: "Lets a guardian give the child's birth date again",
  method: "POST",
  path: "/api/guardianships/{id}/tries",
  gate: clinic("staff", "admin"),
  params: guardianshipParams,
  answer: renewedAnswer,
  refusals: renewRefusals,
  run: renewTries,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
