import { cancelLogin } from "@/features/access/login/cancel-login";
import { anyone } from "@/features/access/route-gates";
import { loginCancelled } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "cancelLogin",
  summary: "Ends the login under way in this browser, and its code; the cookie goes",
  method: "POST",
  path: "/api/login/cancel",
  gate: anyone,
  answer: loginCancelled,
  refusals: {},
  limit: { name: "login-cancel", per: "address", points: 30, windowSeconds: 60 },
  run: cancelLogin,
  present: (body) => ({ body, cookies: [{ name: "challenge", value: "" }] }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
