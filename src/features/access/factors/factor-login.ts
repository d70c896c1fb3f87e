import { fromInstant } from "@/db/time";
import { type Factor, usableFactors } from "@/domain/access/factors";
import type { Services } from "@/server/services";
import { hasClinicMembership } from "../memberships";

/** A login as its second factors see it. */
export interface FactorLogin {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly homePracticeId: string;
  readonly language: string;
  readonly mobile: string | null;
  readonly factors: readonly Factor[];
}

interface Row {
  person_id: string;
  person_name: string;
  home_practice_id: string;
  language: string;
  mobile: string | null;
  has_passkey: boolean;
  has_totp: boolean;
  has_recovery_codes: boolean;
}

/** What proves an active login now, its first choice first (R13, S8); null for a login that is not active. */
export async function factorLogin(
  { db, now }: Services,
  loginId: string,
): Promise<FactorLogin | null> {
  const { rows } = await db.pool.query<Row>({
    name: "factor-login",
    text: `
      select l.person_id, coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as person_name,
        l.home_practice_id, p.language, case when l.mobile_verified_at is not null
          and (l.mobile_usable_from_at is null or l.mobile_usable_from_at <= $2) then l.mobile end as mobile,
        coalesce(bool_or(f.kind = 'passkey'), false) as has_passkey,
        coalesce(bool_or(f.kind = 'totp'), false) as has_totp,
        coalesce(bool_or(f.kind = 'recovery_code'), false) as has_recovery_codes
      from identity.login l
      join identity.person p on p.id = l.person_id
      left join identity.factor f on f.login_id = l.id and f.confirmed_at is not null and f.used_up_at is null
      where l.id = $1 and l.status = 'active'
      group by l.id, p.id`,
    values: [loginId, fromInstant(now)],
  });
  const row = rows[0];
  if (!row) return null;
  return {
    id: loginId,
    personId: row.person_id,
    personName: row.person_name,
    homePracticeId: row.home_practice_id,
    language: row.language,
    mobile: row.mobile,
    factors: usableFactors({
      hasPasskey: row.has_passkey,
      hasTotp: row.has_totp,
      hasMobile: row.mobile !== null,
      hasRecoveryCodes: row.has_recovery_codes,
      worksAtPractice: await hasClinicMembership(db, loginId),
    }),
  };
}
