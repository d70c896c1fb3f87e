import { randomBytes } from "node:crypto";
import type pg from "pg";
import { loadEnv } from "../../src/env";
import { createPasswordHasher } from "../../src/security/passwords";
import { systemRandom } from "../../src/security/random";
import { seal } from "../../src/security/sealing";
import { newToken } from "../../src/security/tokens";
import { benchId } from "./bench-id";

export const PASSWORD = "Brook-Lantern-Tuesday-47";

export interface LoggedIn {
  /** Session tokens, one for each login. */
  readonly tokens: readonly string[];
  readonly loginNames: readonly string[];
}

/** The practice's first patients get a login, an authenticator app and an open session each. */
export async function peopleWhoLogIn(
  client: pg.Client,
  source: NodeJS.ProcessEnv,
  practice: string,
  count: number,
): Promise<LoggedIn> {
  const env = loadEnv(source);
  const ring = ({ id, secret }: { id: string; secret: Buffer }) => ({
    version: Number(id),
    secret,
  });
  const hasher = createPasswordHasher(
    { current: ring(env.peppers.current), former: env.peppers.former.map(ring) },
    systemRandom,
  );
  const hashed = await hasher.hash(PASSWORD);
  if (!hashed.ok) throw new Error("hashing was refused");
  const practiceId = benchId(practice);
  const tokens: string[] = [];
  const loginNames: string[] = [];
  await client.query("begin");
  await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
  for (let index = 0; index < count; index += 1) {
    const patientId = benchId(practice, "patient", index);
    const [personId, loginId, membershipId, factorId] = [
      "person",
      "login",
      "membership",
      "factor",
    ].map((kind) => benchId(practice, kind, index));
    const loginName = `${practice}.patient.${index}`;
    const { token, digest } = newToken(systemRandom);
    const sealed = seal(
      env.sealingKeys,
      systemRandom,
      { table: "factor", column: "sealed_secret", rowId: String(factorId) },
      randomBytes(20)
        .toString("hex")
        .toUpperCase()
        .replaceAll(/[0189]/g, "A"),
    );
    await client.query(
      `insert into identity.person (id, first_name, last_name, created_at) values ($1, 'Bench', 'Patient', app_now())`,
      [personId],
    );
    await client.query(
      `insert into identity.login (id, person_id, home_practice_id, login_name, status, email, email_folded,
         email_verified_at, registered_at, created_at)
       values ($1, $2, $3, $4, 'active', $5, $5, app_now(), app_now(), app_now())`,
      [loginId, personId, practiceId, loginName, `${loginName}@bench.example.com`],
    );
    await client.query(
      `insert into identity.credential (login_id, password_hash, changed_at) values ($1, $2, app_now())`,
      [loginId, hashed.value],
    );
    await client.query(
      `insert into identity.factor (id, login_id, kind, sealed_secret, confirmed_at, created_at)
       values ($1, $2, 'totp', $3, app_now(), app_now())`,
      [factorId, loginId, Buffer.from(sealed)],
    );
    await client.query(
      `insert into tenant.membership (practice_id, id, person_id, login_id, role, patient_id, created_at)
       values ($1, $2, $3, $4, 'patient', $5, app_now())`,
      [practiceId, membershipId, personId, loginId, patientId],
    );
    await client.query(
      `insert into identity.session (id, login_id, token_digest, person_id, practice_id, membership_id, role,
         idle_minutes, created_at, last_seen_at, expires_at, factor_at)
       values ($1, $2, $3, $4, $5, $6, 'patient', 60, app_now(), app_now(), app_now() + interval '12 hours', app_now())`,
      [
        benchId(practice, "session", index),
        loginId,
        Buffer.from(digest),
        personId,
        practiceId,
        membershipId,
      ],
    );
    tokens.push(token);
    loginNames.push(loginName);
  }
  await client.query("commit");
  return { tokens, loginNames };
}
