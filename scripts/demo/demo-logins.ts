import type { Env } from "@/env";
import { openSealed } from "@/security/sealing";
import type { DemoRole } from "../../prisma/seed/making";
import { demoPasswords, demoRoles, passwordHasher } from "../../prisma/seed/passwords";
import { readEachPractice } from "./demo-tool";

export interface DemoLogin {
  readonly role: DemoRole;
  readonly practice: string;
  readonly loginName: string;
  readonly password: string;
  readonly mobile: string | null;
  /** Base32. */
  readonly totpSecret: string | null;
}

interface LoginRow {
  readonly role: DemoRole;
  readonly loginName: string;
  readonly passwordHash: string;
  readonly mobile: string | null;
  readonly factorId: string | null;
  readonly sealedSecret: Buffer | null;
}

// A patient who is a guardian too acts for several people and is listed as a guardian.
const question = `
  select case when exists (select from tenant.guardianship g where g.practice_id = m.practice_id
           and g.guardian_person_id = m.person_id and g.ended_at is null)
         then 'guardian' else m.role::text end as role,
         l.login_name as "loginName", c.password_hash as "passwordHash",
         case when l.mobile_verified_at is not null then l.mobile end as mobile,
         f.id as "factorId", f.sealed_secret as "sealedSecret"
  from tenant.membership m
  join identity.login l on l.id = m.login_id and l.status = 'active'
  join identity.credential c on c.login_id = l.id
  left join tenant.patient p on p.practice_id = m.practice_id and p.id = m.patient_id
  left join lateral (select id, sealed_secret from identity.factor f
    where f.login_id = l.id and f.kind = 'totp' and f.confirmed_at is not null
    order by f.created_at limit 1) f on true
  where m.ended_at is null and p.archived_at is null
  order by p.booking_restricted_at is not null, nullif(p.pms_patient_id, '')::bigint, l.created_at`;

/** Everybody who can log in with a published demo password; who changed theirs is left out. */
export async function demoLogins(ownerUrl: string, env: Env): Promise<DemoLogin[]> {
  const passwordOf = knownPasswords(env);
  const all = await readEachPractice(ownerUrl, async (client, practice) => {
    const { rows } = await client.query<LoginRow>(question);
    const logins: DemoLogin[] = [];
    for (const row of rows) {
      const password = await passwordOf(row.passwordHash, row.role);
      if (password === null) continue;
      const { role, loginName, mobile } = row;
      const totpSecret = secretOf(row, env);
      logins.push({ role, practice: practice.shortName, loginName, password, mobile, totpSecret });
    }
    return logins.sort((a, b) => demoRoles.indexOf(a.role) - demoRoles.indexOf(b.role));
  });
  return all;
}

function secretOf({ factorId, sealedSecret }: LoginRow, env: Env): string | null {
  if (factorId === null || sealedSecret === null) return null;
  const binding = { table: "factor", column: "sealed_secret", rowId: factorId };
  const opened = openSealed(env.sealingKeys, binding, sealedSecret);
  return opened.ok ? opened.value : null;
}

/** Demo logins of a role share one stored hash, so that few are verified. */
function knownPasswords(env: Env) {
  const hasher = passwordHasher(env.peppers);
  const found = new Map<string, string | null>();
  return async (stored: string, role: DemoRole): Promise<string | null> => {
    const known = found.get(stored);
    if (known !== undefined) return known;
    const likely = [role, ...demoRoles.filter((other) => other !== role)];
    let password: string | null = null;
    for (const candidate of likely.map((one) => demoPasswords[one])) {
      const verified = await hasher.verify(stored, candidate);
      if (verified.ok && verified.value.matches) password = candidate;
      if (password !== null) break;
    }
    found.set(stored, password);
    return password;
  };
}
