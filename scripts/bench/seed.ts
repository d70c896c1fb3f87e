import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { loadEnv } from "../../src/env";
import { createPasswordHasher } from "../../src/security/passwords";
import { systemRandom } from "../../src/security/random";
import { seal } from "../../src/security/sealing";
import { newToken } from "../../src/security/tokens";
import { practiceSql, threadSql, visitsSql } from "./seed-sql";

export const PATIENTS_PER_PRACTICE = 20_000;
const LOGINS = 200;
export const PASSWORD = "Brook-Lantern-Tuesday-47";

export interface Bench {
  readonly practiceId: string;
  readonly practitionerId: string;
  readonly visitTypeId: string;
  readonly patientId: string;
  readonly threadId: string;
  /** Session tokens of as many patients; the first is the one the reads are about. */
  readonly tokens: readonly string[];
  readonly loginNames: readonly string[];
  /** A free time for the race. */
  readonly raceStartsAt: string;
  readonly fromOn: string;
  readonly toOn: string;
}

/** An id that says what it is of, in the shape of a UUIDv7. */
export function benchId(...parts: (string | number)[]): string {
  const hex = createHash("md5").update(parts.join("/")).digest("hex");
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return groups.join("-");
}

/** Two practices with 20,000 patients each, a year of visits behind and two months ahead, and a few who log in. */
export async function seedBench(ownerUrl: string, source: NodeJS.ProcessEnv): Promise<Bench> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const practice of ["bench-a", "bench-b"]) {
      const practiceId = benchId(practice);
      await client.query("begin");
      await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
      await client.query(practiceSql(practice, PATIENTS_PER_PRACTICE));
      await client.query(visitsSql(practice));
      await client.query(threadSql(practice));
      await client.query("commit");
    }
    await client.query("analyze");
    return await peopleWhoLogIn(client, source);
  } finally {
    await client.end();
  }
}

async function peopleWhoLogIn(client: pg.Client, source: NodeJS.ProcessEnv): Promise<Bench> {
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
  const practiceId = benchId("bench-a");
  const tokens: string[] = [];
  const loginNames: string[] = [];
  await client.query("begin");
  await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
  for (let index = 0; index < LOGINS; index += 1) {
    const patientId = benchId("bench-a", "patient", index);
    const [personId, loginId, membershipId, factorId] = [
      "person",
      "login",
      "membership",
      "factor",
    ].map((kind) => benchId("bench-a", kind, index));
    const loginName = `bench.patient.${index}`;
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
      [benchId("session", index), loginId, Buffer.from(digest), personId, practiceId, membershipId],
    );
    tokens.push(token);
    loginNames.push(loginName);
  }
  await peopleToRegister(client, practiceId);
  await client.query("commit");
  return {
    practiceId,
    practitionerId: benchId("bench-a", "practitioner", 1),
    visitTypeId: benchId("bench-a", "visit-type"),
    patientId: benchId("bench-a", "patient", 0),
    threadId: benchId("bench-a", "thread", 0),
    tokens,
    loginNames,
    ...(await days(client)),
  };
}

/** Somebody on the practice's list without a login (`listed`), and somebody who is not. Reserved numbers. */
export function timingPerson(n: number, listed: boolean) {
  const letters = [...String(n)].map((digit) => "bcdfghjklm"[Number(digit)]).join("a");
  const block = listed ? "+491760406" : "+491713920";
  return {
    firstName: listed ? "Timothea" : "Nobelia",
    lastName: `${listed ? "Marlowe" : "Quist"}${letters}`,
    dateOfBirth: `19${50 + (n % 50)}-0${1 + (n % 9)}-${10 + (n % 18)}`,
    email: `${listed ? "listed" : "nobody"}.${letters}@bench.example.com`,
    mobile: `${block}${listed ? 9 : 0}${String(n % 100).padStart(2, "0")}`,
  };
}

async function peopleToRegister(client: pg.Client, practiceId: string): Promise<void> {
  for (let n = 0; n < LOGINS; n += 1) {
    const { firstName, lastName, dateOfBirth, email, mobile } = timingPerson(n, true);
    await client.query(
      `update tenant.patient set first_name = $3, last_name = $4, search_name = lower($3 || ' ' || $4),
         date_of_birth = $5, email = $6, mobile_phone = $7 where practice_id = $1 and id = $2`,
      [
        practiceId,
        benchId("bench-a", "patient", 1_000 + n),
        firstName,
        lastName,
        dateOfBirth,
        email,
        mobile,
      ],
    );
  }
}

async function days(client: pg.Client): Promise<Pick<Bench, "raceStartsAt" | "fromOn" | "toOn">> {
  const { rows } = await client.query<{ from_on: string; to_on: string; race: Date }>(
    `select (current_date + 1)::text as from_on, (current_date + 32)::text as to_on,
       ((d::date + time '09:00') at time zone 'Europe/Berlin') as race
     from generate_series(current_date + 70, current_date + 76, interval '1 day') d
     where extract(isodow from d) = 2`,
  );
  const row = rows[0];
  if (!row) throw new Error("no day for the race");
  return { raceStartsAt: row.race.toISOString(), fromOn: row.from_on, toOn: row.to_on };
}
