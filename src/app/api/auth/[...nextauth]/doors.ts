import * as z from "zod";
import { authSession, csrfToken } from "@/features/access/auth-reads";
import type { SetCookie } from "@/features/access/cookies";
import { signIn } from "@/features/access/login/sign-in";
import { signInRefusals, signOutRefusals } from "@/features/access/refusals";
import { anyone } from "@/features/access/route-gates";
import {
  csrfAnswer,
  sessionAnswer,
  signedIn,
  signedOut,
  signInRequest,
  signOutRequest,
} from "@/features/access/schema";
import { signOut } from "@/features/access/sign-out";
import { route } from "@/server/route";

/** S10. */
const MAX_BODY_BYTES = 8192;

function withCookies<T extends { cookies: readonly SetCookie[] }>({ cookies, ...body }: T) {
  return { body, cookies };
}

export const csrf = route({
  operation: "csrfToken",
  summary: "The CSRF token that signing in and out needs",
  method: "GET",
  path: "/api/auth/csrf",
  gate: anyone,
  answer: csrfAnswer,
  refusals: {},
  polling: true,
  run: csrfToken,
  present: ({ body, cookies }) => ({ body, cookies }),
});

export const session = route({
  operation: "authSession",
  summary: "Who is logged in; an empty object for nobody",
  method: "GET",
  path: "/api/auth/session",
  gate: anyone,
  answer: sessionAnswer,
  refusals: {},
  polling: true,
  run: authSession,
  present: ({ body, cookies }) => ({ body, cookies }),
});

export const callback = route({
  operation: "signIn",
  summary: "The second factor of a login; sets the session's cookie",
  method: "POST",
  path: "/api/auth/callback/credentials",
  gate: anyone,
  body: signInRequest,
  answer: signedIn,
  refusals: signInRefusals,
  limit: { name: "sign-in", per: "address", points: 60, windowSeconds: 60 },
  maxBodyBytes: MAX_BODY_BYTES,
  run: signIn,
  present: withCookies,
});

export const signout = route({
  operation: "signOut",
  summary: "Logs out",
  method: "POST",
  path: "/api/auth/signout",
  gate: anyone,
  body: signOutRequest,
  answer: signedOut,
  refusals: signOutRefusals,
  polling: true,
  maxBodyBytes: MAX_BODY_BYTES,
  run: signOut,
  present: withCookies,
});

/** Everything else of next-auth, which is closed: its `_log` can be written to without a login (S10). */
export const closed = route({
  operation: "closed",
  summary: "Nothing is here",
  method: "GET",
  path: "/api/auth/{other}",
  gate: anyone,
  query: z.looseObject({}),
  answer: z.never(),
  refusals: { not_found: { status: 404, words: "refusals.not_found" } },
  run: async () => ({ ok: false, reason: "not_found" }),
});
