import { startLogin } from "@/features/access/login/start-login";
import { startLoginRefusals } from "@/features/access/refusals";
import { anyone } from "@/features/access/route-gates";
import { loginRequest, loginStarted } from "@/features/access/schema";
import { otherMethods, route } from "@/server/route";

/** Outlives the challenge, so that the page can say that it is too old. */
const COOKIE_MINUTES = 60;

export const POST = route({
  operation: "startLogin",
  summary: "The password step of a login; the second factor follows at /api/auth",
  method: "POST",
  path: "/api/login",
  gate: anyone,
  body: loginRequest,
  answer: loginStarted,
  refusals: startLoginRefusals,
  limit: { name: "login", per: "address", points: 30, windowSeconds: 60 },
  maxBodyBytes: 8192,
  run: startLogin,
  present: ({ challengeToken, ...body }) => ({
    body,
    cookies: [{ name: "challenge", value: challengeToken, maxAgeSeconds: COOKIE_MINUTES * 60 }],
  }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
