import { ABSOLUTE_HOURS } from "@/domain/access/session";
import type { Env } from "@/env";
import { isSecureOrigin } from "@/lib/secure-origin";

export type CookieName =
  | "session"
  | "challenge"
  | "registration"
  | "browser"
  | "reset"
  | "csrf"
  | "practice"
  | "language";

/** Chrome keeps a cookie no longer than 400 days. */
export const LONGEST_COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** A session ends by its row; its cookie lives as long as one can (S10). */
export const SESSION_COOKIE_SECONDS = ABSOLUTE_HOURS * 60 * 60;

/** The cookie's full name: `__Host-` wherever the origin is https (S10). */
export function cookieName(env: Pick<Env, "appUrl">, name: CookieName): string {
  return isSecureOrigin(env) ? `__Host-archway-${name}` : `archway-${name}`;
}

export interface SetCookie {
  readonly name: CookieName;
  /** Empty removes the cookie. */
  readonly value: string;
  /** Left out: until the browser closes. */
  readonly maxAgeSeconds?: number;
}

/** The browser remembers the practice that it shows before a login (R12). */
export function practiceCookie(shortName: string): SetCookie {
  return { name: "practice", value: shortName, maxAgeSeconds: LONGEST_COOKIE_SECONDS };
}

/** A `Set-Cookie` header: HttpOnly, SameSite=Lax, Path=/, Secure on https, no Domain. */
export function setCookieHeader(env: Pick<Env, "appUrl">, cookie: SetCookie): string {
  const parts = [
    `${cookieName(env, cookie.name)}=${cookie.value}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
  ];
  if (isSecureOrigin(env)) parts.push("Secure");
  if (cookie.value === "") parts.push("Max-Age=0");
  else if (cookie.maxAgeSeconds !== undefined) parts.push(`Max-Age=${cookie.maxAgeSeconds}`);
  return parts.join("; ");
}

/** The cookies of a request by their short names; foreign ones are left out. */
export function ownCookies(
  env: Pick<Env, "appUrl">,
  header: string | null,
): ReadonlyMap<string, string> {
  const prefix = isSecureOrigin(env) ? "__Host-archway-" : "archway-";
  const found = new Map<string, string>();
  for (const pair of (header ?? "").split(";")) {
    const [name = "", ...rest] = pair.trim().split("=");
    if (name.startsWith(prefix)) found.set(name.slice(prefix.length), rest.join("="));
  }
  return found;
}
