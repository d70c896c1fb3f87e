import { fromInstant } from "@/db/time";
import { ok, type Result } from "@/domain/result";
import { isTokenShaped, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";

/**
 * "Start again": the login under way in this browser ends, and its code with it, so that nobody after this person at the
 * same screen goes on with it (S3, S10). Without one nothing happens.
 */
export async function cancelLogin(
  { db, now }: Services,
  visitor: VisitorActor,
): Promise<Result<{ cancelled: true }, never>> {
  const token = visitor.cookies.get("challenge") ?? "";
  if (isTokenShaped(token))
    await db.pool.query(
      `with ended as (
         update identity.login_challenge set used_at = $2
         where cookie_digest = $1 and used_at is null returning id)
       update identity.one_time_code set replaced_at = $2
       from ended where challenge_id = ended.id and purpose = 'login'
         and used_at is null and replaced_at is null`,
      [tokenDigest(token), fromInstant(now)],
    );
  return ok({ cancelled: true });
}
