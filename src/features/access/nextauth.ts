import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { isSecureOrigin } from "@/lib/secure-origin";
import { keyedName } from "@/security/keyed-digest";
import type { Services } from "@/server/services";
import type { VisitorActor } from "./actors";
import { cookieName, SESSION_COOKIE_SECONDS, type SetCookie } from "./cookies";

/** The four doors of next-auth that are open (S10). */
export type AuthDoor =
  | { readonly method: "GET"; readonly path: readonly ["csrf"] | readonly ["session"] }
  | {
      readonly method: "POST";
      readonly path: readonly ["callback", "credentials"] | readonly ["signout"];
      readonly csrfToken: string;
    };

/** What our side of next-auth does when it is asked. */
export interface AuthWork {
  /** Consumes the login challenge; answers the opaque session token, or null for a refusal. */
  readonly redeem?: () => Promise<{ readonly personId: string; readonly token: string } | null>;
  /** Ends the session row. */
  readonly end?: () => Promise<void>;
  /** What `GET session` says of the session. */
  readonly session?: Readonly<Record<string, unknown>>;
}

export interface AuthAnswer {
  readonly body: unknown;
  readonly cookies: readonly SetCookie[];
  /** False when the CSRF token was missing or wrong, so that nothing was done. */
  readonly trusted: boolean;
}

/**
 * Sends one request through next-auth 4 (S10). Its strategy is "jwt" with encode and decode replaced, so that the cookie
 * is our opaque token and every request looks at the Session row: the Credentials provider refuses the database
 * strategy, and a real JWT would survive its revocation. Errors of our own side are thrown on, not turned into pages.
 */
export async function throughNextAuth(
  services: Services,
  visitor: VisitorActor,
  door: AuthDoor,
  work: AuthWork,
): Promise<AuthAnswer> {
  let failure: unknown;
  const keep = async <T>(doing: () => Promise<T>): Promise<T | null> => {
    try {
      return await doing();
    } catch (error) {
      failure = error;
      return null;
    }
  };
  const options = optionsOf(services, visitor, {
    ...work,
    redeem: () => keep(async () => (await work.redeem?.()) ?? null),
    end: async () => void (await keep(async () => work.end?.())),
  });
  const { response, sent } = recorder();
  await NextAuth(requestOf(services, visitor, door), response, options);
  if (failure !== undefined) throw failure;
  const redirectedTo = sent.url ?? "";
  return {
    body: sent.body,
    cookies: cookiesOf(services, sent.cookies),
    trusted: !redirectedTo.includes("csrf=true"),
  };
}

function optionsOf(
  { env, log }: Services,
  visitor: VisitorActor,
  work: Required<Pick<AuthWork, "redeem" | "end">> & AuthWork,
): AuthOptions {
  const secure = isSecureOrigin(env);
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    secret: keyedName(env.hmacKey, "next-auth"),
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SESSION_COOKIE_SECONDS },
    cookies: {
      sessionToken: { name: cookieName(env, "session"), options },
      csrfToken: { name: cookieName(env, "csrf"), options },
    },
    providers: [
      CredentialsProvider({
        credentials: {},
        async authorize() {
          const redeemed = await work.redeem();
          return redeemed && { id: redeemed.personId, token: redeemed.token };
        },
      }),
    ],
    jwt: {
      encode: async ({ token }) => String(token?.token ?? ""),
      decode: async ({ token }) => (visitor.session ? { token } : null),
    },
    callbacks: {
      jwt: ({ token, user }) => (user && "token" in user ? { token: user.token } : token),
      session: ({ session }) => Object.assign(session, work.session),
    },
    events: { signOut: work.end },
    logger: {
      // An ended session is no error, and next-auth's own words may quote what was sent.
      error: (code) => {
        if (code !== "JWT_SESSION_ERROR") log.error({ code }, "next-auth");
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function requestOf({ env }: Services, { cookies }: VisitorActor, door: AuthDoor): NextApiRequest {
  const csrf = cookies.get("csrf");
  const session = cookies.get("session");
  const request: Pick<NextApiRequest, "method" | "query" | "body" | "headers" | "cookies"> = {
    method: door.method,
    query: { nextauth: [...door.path] },
    body: door.method === "POST" ? { csrfToken: door.csrfToken, json: "true" } : undefined,
    headers: {},
    cookies: {
      ...(csrf !== undefined && { [cookieName(env, "csrf")]: decoded(csrf) }),
      ...(session !== undefined && { [cookieName(env, "session")]: session }),
    },
  };
  // The five members that next-auth reads.
  return request as NextApiRequest;
}

/** A cookie that next-auth did not write counts as none. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

interface Sent {
  body: unknown;
  url: string | undefined;
  cookies: readonly string[];
}

/** Stands in for the response of the Pages API, which next-auth writes to. */
function recorder(): { response: NextApiResponse; sent: Sent } {
  const sent: Sent = { body: null, url: undefined, cookies: [] };
  const response: NextApiResponse = Object.assign(Object.create(null), {
    status: () => response,
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "set-cookie") sent.cookies = [value].flat();
      return response;
    },
    getHeader: (name: string) =>
      name.toLowerCase() === "set-cookie" ? [...sent.cookies] : undefined,
    json(body: { url?: string }) {
      sent.body = body;
      sent.url = body.url;
    },
    send(body: unknown) {
      sent.body = body;
    },
    end: () => undefined,
  });
  return { response, sent };
}

/** Of what next-auth sets we pass on the session's and the CSRF token's cookie, with our own attributes. */
function cookiesOf({ env }: Services, lines: readonly string[]): SetCookie[] {
  const cookies: SetCookie[] = [];
  for (const line of lines) {
    const [pair = "", ...attributes] = line.split("; ");
    const [name, value = ""] = pair.split("=");
    if (name === cookieName(env, "csrf")) cookies.push({ name: "csrf", value });
    if (name !== cookieName(env, "session")) continue;
    if (attributes.includes("Max-Age=0")) cookies.push({ name: "session", value: "" });
    else cookies.push({ name: "session", value, maxAgeSeconds: SESSION_COOKIE_SECONDS });
  }
  return cookies;
}
