import type { Database } from "@/db/client";
import { tokenDigest } from "@/security/tokens";
import type { OpenSession } from "./open-session";

/** Whether a session lives on, but under another token than this one: a step-up replaces it (S10, S11). */
export async function isTokenReplaced(
  db: Database,
  { sessionId }: Pick<OpenSession, "sessionId">,
  token: string,
): Promise<boolean> {
  const { rowCount } = await db.pool.query({
    name: "token-replaced",
    text: `select from identity.session s where s.id = $1 and s.token_digest <> $2 and s.ended_at is null
      and s.expires_at > app_now() and s.last_seen_at + make_interval(mins => s.idle_minutes) > app_now()`,
    values: [sessionId, tokenDigest(token)],
  });
  return rowCount === 1;
}
