import { knownBrowserDigest } from "@/security/known-browser";
import { isTokenShaped } from "@/security/tokens";
import type { Services } from "@/server/services";

/** The browser's token when this login was completed in it before; it then has a streak of its own (S5). */
export async function knownBrowserOf(
  { db, env }: Services,
  cookies: ReadonlyMap<string, string>,
  loginId: string,
): Promise<string | null> {
  const token = cookies.get("browser");
  if (token === undefined || !isTokenShaped(token)) return null;
  const { rowCount } = await db.pool.query(
    "select from identity.known_browser where digest = $1 and login_id = $2",
    [knownBrowserDigest(env.hmacKey, token, loginId), loginId],
  );
  return rowCount === 1 ? token : null;
}
