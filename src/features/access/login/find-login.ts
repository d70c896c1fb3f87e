import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { fromInstant } from "@/db/time";
import { foldLoginName, isEmailTyped } from "@/domain/access/login-name";

/** What the password step needs of a login, in one read. */
export interface FoundLogin {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly homePracticeId: string;
  readonly language: string;
  /** Active and registered; anything else counts as a wrong password (S6). */
  readonly active: boolean;
  readonly passwordHash: string | null;
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly hasRecoveryCodes: boolean;
  /** A verified number that may receive codes now (S8), or null. */
  readonly mobile: string | null;
  /** The verified address, or null. */
  readonly email: string | null;
}

interface Row {
  id: string;
  person_id: string;
  person_name: string;
  home_practice_id: string;
  language: string;
  active: boolean;
  password_hash: string | null;
  has_totp: boolean;
  has_passkey: boolean;
  has_recovery_codes: boolean;
  mobile: string | null;
  email: string | null;
}

const COLUMNS = `
  select l.id, l.person_id, coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as person_name,
    l.home_practice_id, p.language, l.status = 'active' as active, c.password_hash,
    exists (select from identity.factor f
      where f.login_id = l.id and f.kind = 'totp' and f.confirmed_at is not null) as has_totp,
    exists (select from identity.factor f
      where f.login_id = l.id and f.kind = 'passkey' and f.confirmed_at is not null) as has_passkey,
    exists (select from identity.factor f
      where f.login_id = l.id and f.kind = 'recovery_code' and f.used_up_at is null) as has_recovery_codes,
    case when l.mobile_verified_at is not null and (l.mobile_usable_from_at is null or l.mobile_usable_from_at <= $2)
      then l.mobile end as mobile,
    case when l.email_verified_at is not null then l.email end as email
  from identity.login l
  join identity.person p on p.id = l.person_id
  left join identity.credential c on c.login_id = l.id`;

/** The login a typed name stands for: its login name, or a verified address that belongs to one login alone (R12). */
export async function findLogin(
  db: Database,
  typed: string,
  now: Temporal.Instant,
): Promise<FoundLogin | null> {
  const folded = foldLoginName(typed);
  const read = isEmailTyped(folded)
    ? {
        name: "login-by-email",
        text: `${COLUMNS} where l.email_folded = $1 and l.email_verified_at is not null and l.status = 'active' limit 2`,
      }
    : { name: "login-by-name", text: `${COLUMNS} where l.login_name = $1` };
  const { rows } = await db.pool.query<Row>({ ...read, values: [folded, fromInstant(now)] });
  const row = rows[0];
  return row && rows.length === 1 ? loginOf(row) : null;
}

function loginOf(row: Row): FoundLogin {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    homePracticeId: row.home_practice_id,
    language: row.language,
    active: row.active,
    passwordHash: row.password_hash,
    hasTotp: row.has_totp,
    hasPasskey: row.has_passkey,
    hasRecoveryCodes: row.has_recovery_codes,
    mobile: row.mobile,
    email: row.email,
  };
}
