import { signedIn } from "@/features/access/route-gates";
import { cancelMobileChange } from "@/features/account/confirm-mobile-change";
import { cancelled } from "@/features/account/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "cancelMobileChange",
  summary: "Gives the change of the mobile number up",
  method: "POST",
  path: "/api/account/mobile/cancel",
  gate: signedIn,
  answer: cancelled,
  refusals: {},
  run: cancelMobileChange,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
