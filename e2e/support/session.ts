import type { BrowserContext } from "@playwright/test";
import { systemRandom } from "../../src/security/random";
import { newToken, tokenDigest } from "../../src/security/tokens";
import { asOwner, type Member, memberOf } from "./database";

export const portal = process.env.APP_URL ?? "http://localhost:3000";
const cookie = "archway-session";

/** A session as a login makes it. Only the login stories type a login. */
export async function openSession(loginName: string): Promise<{ token: string; member: Member }> {
  const { token, digest } = newToken(systemRandom);
  const member = await asOwner(async (client) => {
    const found = await memberOf(client, loginName);
    await client.query(
      `insert into identity.session (id, login_id, token_digest, person_id, practice_id, membership_id, role,
         idle_minutes, created_at, last_seen_at, expires_at, factor_at)
       values ($1, $2, $3, $4, $5, $6, $7::identity.role, 30, app_now(), app_now(), app_now() + interval '12 hours', app_now())`,
      [
        systemRandom.uuid(),
        found.login_id,
        Buffer.from(digest),
        found.person_id,
        found.practice_id,
        found.membership_id,
        found.role,
      ],
    );
    return found;
  });
  return { token, member };
}

/** Puts somebody's session into the browser. Answers whose it is. */
export async function signIn(context: BrowserContext, loginName: string): Promise<Member> {
  const { token, member } = await openSession(loginName);
  await context.addCookies([
    { name: cookie, value: token, url: portal, httpOnly: true, sameSite: "Lax" },
  ]);
  return member;
}

/** Headers of another program that acts for somebody. */
export const headersOf = (token: string | null): Record<string, string> => ({
  accept: "application/json",
  "content-type": "application/json",
  origin: new URL(portal).origin,
  ...(token !== null && { cookie: `${cookie}=${token}` }),
});

/** The verified e-mail address of a login. */
export async function emailOf(loginName: string): Promise<string> {
  const { email } = await asOwner((client) => memberOf(client, loginName));
  if (!email) throw new Error(`${loginName} has no verified e-mail address`);
  return email;
}

/** The session of a browser was last used so many minutes ago, as if nobody had touched it since. */
export async function leaveUnused(context: BrowserContext, minutes: number): Promise<void> {
  const token = (await context.cookies(portal)).find(({ name }) => name === cookie)?.value ?? "";
  await asOwner((client) =>
    client.query(
      "update identity.session set last_seen_at = app_now() - make_interval(mins => $2) where token_digest = $1",
      [Buffer.from(tokenDigest(token)), minutes],
    ),
  );
}

/** For how many minutes nobody used any of a login's sessions, as the server counts (S10). */
export async function minutesUnused(loginName: string): Promise<number> {
  return asOwner(async (client) => {
    const { login_id: loginId } = await memberOf(client, loginName);
    const { rows } = await client.query<{ minutes: number }>(
      `select extract(epoch from app_now() - max(last_seen_at))::float8 / 60 as minutes
         from identity.session where login_id = $1 and ended_at is null`,
      [loginId],
    );
    return rows[0]?.minutes ?? 0;
  });
}
