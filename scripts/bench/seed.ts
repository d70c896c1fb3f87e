import pg from "pg";
import { benchId } from "./bench-id";
import { peopleWhoLogIn } from "./seed-logins";
import { type PracticeSize, practiceSql, threadSql, visitsSql } from "./seed-sql";
import { treatmentSql } from "./treatment-sql";

/** Two practices of this size are the small end of every comparison. */
const SIZE: PracticeSize = { patients: 20_000, practitioners: 6, daysBehind: 365 };
const LOGINS = 200;

/** What the reads are about: the first practice, its first patient and practitioner, the month from tomorrow. */
export interface Asked {
  readonly practiceId: string;
  readonly practitionerId: string;
  readonly visitTypeId: string;
  readonly patientId: string;
  readonly threadId: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** A free time for the race. */
  readonly raceStartsAt: string;
  /** 8 o'clock, practice time, on the working days of two months ahead. */
  readonly mornings: readonly string[];
}

export interface Bench extends Asked {
  /** Session tokens of as many patients; the first is the one the reads are about. */
  readonly tokens: readonly string[];
  readonly loginNames: readonly string[];
  /** Of patients of the practice that bookings are counted in. */
  readonly bookingTokens: readonly string[];
}

/** Bookings and bare inserts are counted in practices without any visits. */
export const BOOKED_PRACTICE = "bench-d";
export const BARE_PRACTICE = "bench-e";
export const BOOKING_PRACTITIONERS = 16;
const BOOKING_SIZE: PracticeSize = {
  patients: 1_000,
  practitioners: BOOKING_PRACTITIONERS,
  daysBehind: 0,
};

/** Two practices with 20,000 patients each, a year of visits behind and two months ahead, and a few who log in. */
export async function seedBench(ownerUrl: string, source: NodeJS.ProcessEnv): Promise<Bench> {
  return withClient(ownerUrl, async (client) => {
    for (const practice of ["bench-a", "bench-b"]) {
      await fill(client, practice, [
        practiceSql(practice, SIZE),
        visitsSql(practice, SIZE),
        threadSql(practice),
      ]);
    }
    for (const practice of [BOOKED_PRACTICE, BARE_PRACTICE]) {
      await fill(client, practice, [practiceSql(practice, BOOKING_SIZE)]);
    }
    const { tokens, loginNames } = await peopleWhoLogIn(client, source, "bench-a", LOGINS);
    await fill(client, "bench-a", [treatmentSql("bench-a")]);
    const booking = await peopleWhoLogIn(client, source, BOOKED_PRACTICE, BOOKING_PRACTITIONERS);
    await peopleToRegister(client, benchId("bench-a"));
    await client.query("analyze");
    return { ...(await asked(client)), tokens, loginNames, bookingTokens: booking.tokens };
  });
}

/** The same two practices and nothing else. */
export async function seedOneYear(address: string): Promise<void> {
  await withClient(address, async (client) => {
    for (const practice of ["bench-a", "bench-b"])
      await fill(client, practice, [practiceSql(practice, SIZE), visitsSql(practice, SIZE)]);
    await client.query("vacuum analyze");
  });
}

/** Some of the first practice's patients log in, and what to ask about it. */
export async function seedReaders(
  address: string,
  source: NodeJS.ProcessEnv,
  count: number,
): Promise<Pick<Bench, "tokens"> & Asked> {
  return withClient(address, async (client) => {
    const { tokens } = await peopleWhoLogIn(client, source, "bench-a", count);
    return { ...(await asked(client)), tokens };
  });
}

async function withClient<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, practice: string, statements: readonly string[]) {
  await client.query("begin");
  await client.query("select set_config('app.practice_id', $1, true)", [benchId(practice)]);
  for (const statement of statements) await client.query(statement);
  await client.query("commit");
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
  await client.query("begin");
  await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
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
  await client.query("commit");
}

async function asked(client: pg.Client): Promise<Asked> {
  const { rows } = await client.query<{ from_on: string; to_on: string; mornings: Date[] }>(
    `select (current_date + 1)::text as from_on, (current_date + 32)::text as to_on,
       array_agg(((d::date + time '08:00') at time zone 'Europe/Berlin') order by d) as mornings
     from generate_series(current_date + 2, current_date + 85, interval '1 day') d
     where extract(isodow from d) < 7`,
  );
  const row = rows[0];
  const mornings = row?.mornings.map((at) => at.toISOString()) ?? [];
  // Beyond the two months with visits.
  const raceStartsAt = mornings[63];
  if (!row || !raceStartsAt) throw new Error("no days");
  return {
    practiceId: benchId("bench-a"),
    practitionerId: benchId("bench-a", "practitioner", 1),
    visitTypeId: benchId("bench-a", "visit-type"),
    patientId: benchId("bench-a", "patient", 0),
    threadId: benchId("bench-a", "thread", 0),
    fromOn: row.from_on,
    toOn: row.to_on,
    raceStartsAt,
    mornings,
  };
}
