import { signedIn } from "@/features/access/route-gates";
import { stayed } from "@/features/account/schema";
import { stayLoggedIn } from "@/features/account/stay-logged-in";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "stayLoggedIn",
  summary: "Begins the idle time of this session anew",
  method: "POST",
  path: "/api/account/stay-logged-in",
  gate: signedIn,
  answer: stayed,
  refusals: {},
  run: stayLoggedIn,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
