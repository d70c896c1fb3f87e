import { fromInstant } from "@/db/time";
import type { Factor } from "@/domain/access/factors";
import { ok, type Result, refused } from "@/domain/result";
import { isTokenShaped, tokenDigest } from "@/security/tokens";
import type { Services } from "@/server/services";
import type { VisitorActor } from "../actors";
import { lockKeys, lockOf } from "../lock/lock-counter";
import type { FactorChallenge } from "./factor-challenge";

/** `login_expired`: none, unknown or too old; `login_used`: its second factor was given already. */
export type ChallengeRefusal = "login_expired" | "login_used";

/** A login between password and second factor (S10). */
export interface OpenChallenge extends FactorChallenge {
  readonly purpose: "login";
}

interface Row {
  id: string;
  factor: Factor;
  lock_key: Uint8Array;
  expired: boolean;
  used: boolean;
  login_id: string;
  person_id: string;
  person_name: string;
  home_practice_id: string;
  language: string;
  mobile: string | null;
}

const READ = `
  select c.id, c.factor, c.lock_key, c.expires_at <= $2 as expired, c.used_at is not null as used,
    l.id as login_id, l.person_id, coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as person_name,
    l.home_practice_id, p.language, case when l.mobile_verified_at is not null
      and (l.mobile_usable_from_at is null or l.mobile_usable_from_at <= $2) then l.mobile end as mobile
  from identity.login_challenge c
  join identity.login l on l.id = c.login_id and l.status = 'active'
  join identity.person p on p.id = l.person_id
  where c.cookie_digest = $1`;

/** The challenge of this browser's cookie; lock and login status are checked again (S5, S10). */
export async function openChallenge(
  { db, now, env }: Services,
  visitor: Pick<VisitorActor, "cookies">,
): Promise<Result<OpenChallenge, ChallengeRefusal | "locked">> {
  const token = visitor.cookies.get("challenge") ?? "";
  if (!isTokenShaped(token)) return refused("login_expired");
  const { rows } = await db.pool.query<Row>({
    name: "open-challenge",
    text: READ,
    values: [tokenDigest(token), fromInstant(now)],
  });
  const row = rows[0];
  if (!row) return refused("login_expired");
  if (row.used) return refused("login_used");
  if (row.expired) return refused("login_expired");
  const keys = lockKeys(env.hmacKey, row.lock_key);
  const locked = await lockOf(db, keys, now);
  if (locked) return locked;
  return ok({
    id: row.id,
    purpose: "login",
    factor: row.factor,
    keys,
    login: {
      id: row.login_id,
      personId: row.person_id,
      personName: row.person_name,
      homePracticeId: row.home_practice_id,
      language: row.language,
      mobile: row.mobile,
    },
  });
}
