import { clinic, withStepUp } from "@/features/access/route-gates";
import { eraseLoginFor } from "@/features/erasure/erase-login-for";
import { eraseForRefusals } from "@/features/erasure/refusals";
import { erasureParams, erasureRequest, loginErased } from "@/features/erasure/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "eraseLogin",
  summary:
    "Deletes the login of a patient or guardian who asked for it, with a reason; the record stays",
  method: "POST",
  path: "/api/logins/{id}/erasure",
  gate: withStepUp(clinic("admin")),
  params: erasureParams,
  body: erasureRequest,
  answer: loginErased,
  refusals: eraseForRefusals,
  run: eraseLoginFor,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
