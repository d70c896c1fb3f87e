import { unlockLogin } from "@/features/access/lock/unlock-login";
import { clinic } from "@/features/access/route-gates";
import { unlockRefusals } from "@/features/repairs/refusals";
import { idParams, unlockAnswer, unlockSchema } from "@/features/repairs/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "unlockLogin",
  summary: "Lifts the lock of a login of the practice, with a reason; the person is told",
  method: "POST",
  path: "/api/logins/{id}/unlock",
  gate: clinic("staff", "admin"),
  params: idParams,
  body: unlockSchema,
  answer: unlockAnswer,
  refusals: unlockRefusals,
  run: unlockLogin,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
