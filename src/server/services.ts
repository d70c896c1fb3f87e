import { Temporal } from "temporal-polyfill";
import { diskFiles } from "@/adapters/files/disk";
import { httpLab } from "@/adapters/lab/http/http-lab";
import { openidLabSignIn } from "@/adapters/lab/openid/openid-lab-sign-in";
import { phoneLookupOnDemand } from "@/adapters/phone-lookup/on-demand";
import { type Database, openDatabase } from "@/db/client";
import { type Env, type Key, loadEnv } from "@/env";
import type { FilesPort } from "@/ports/files";
import type { LabPort } from "@/ports/lab";
import type { LabSignInPort } from "@/ports/lab-sign-in";
import type { MailPort } from "@/ports/mail";
import type { PhoneLookupPort } from "@/ports/phone-lookup";
import type { OpenPms } from "@/ports/pms";
import type { PushPort } from "@/ports/push";
import type { SmsPort } from "@/ports/sms";
import { createPasswordHasher, type PasswordHasher } from "@/security/passwords";
import { type Random, systemRandom } from "@/security/random";
import { type Limits, limitsFor } from "./limits";
import { type Log, openLog } from "./log";

/** What lives as long as the process. */
export interface Runtime {
  readonly env: Env;
  readonly db: Database;
  readonly files: FilesPort;
  readonly phoneLookup: PhoneLookupPort;
  /** A person waits for the lab's own sign-in (R42); cases go to it from the worker alone. */
  readonly labSignIn: LabSignInPort;
  readonly labs: Pick<LabPort, "discover">;
  readonly limits: Limits;
  readonly random: Random;
  readonly passwords: PasswordHasher;
  readonly log: Log;
}

/** What a use case may reach. `now` is read once per request or job and never moves within it. */
export interface Services extends Runtime {
  readonly now: Temporal.Instant;
  readonly request: RequestFacts;
}

/** Who asked, as far as the wire tells: for audit rows and limits. A job has none of it. */
export interface RequestFacts {
  readonly id: string;
  readonly address: string | undefined;
  readonly browser: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** For answers in words; left out, the fallback. */
  readonly language?: string;
}

/** The world outside. Only the worker has it: nothing is sent in a request or a transaction (S17). */
export interface Outside {
  readonly mail: MailPort;
  readonly sms: SmsPort;
  readonly openPms: OpenPms;
  readonly lab: LabPort;
  /** Null: this installation sends none. */
  readonly push: PushPort | null;
}

/** What a job may reach. */
export interface JobServices extends Services {
  readonly outside: Outside;
}

const kept = globalThis as { archwayRuntime?: Runtime };

/** The process's runtime, opened on first use; kept across hot reloads so that pools are not opened twice. */
export function runtime(): Runtime {
  kept.archwayRuntime ??= openRuntime(loadEnv(process.env), "web");
  return kept.archwayRuntime;
}

/** Adapters chosen by the environment: the one place where that is decided. */
export function openRuntime(env: Env, name: string): Runtime {
  return {
    env,
    db: openDatabase(env.databaseUrl),
    files: diskFiles({ root: env.filesDir }),
    phoneLookup: phoneLookupOnDemand(env.twilio),
    labSignIn: openidLabSignIn(),
    labs: httpLab({}),
    limits: limitsFor(env.limits),
    random: systemRandom,
    passwords: createPasswordHasher(pepperRing(env), systemRandom),
    log: openLog(name),
  };
}

/** The services of one request or job. */
export function servicesAt(from: Runtime, now: Temporal.Instant, request: RequestFacts): Services {
  return { ...from, now, request };
}

/** The services of a job: nobody asked for it, and its clock is the database's. */
export async function jobServices(from: Runtime, jobId: string): Promise<Services> {
  const { rows } = await from.db.pool.query<{ at: Date }>("select app_now() as at");
  const at = rows[0]?.at;
  if (!at) throw new Error("app_now() gave no row");
  return servicesAt(from, Temporal.Instant.fromEpochMilliseconds(at.getTime()), {
    id: jobId,
    address: undefined,
    browser: undefined,
    idempotencyKey: undefined,
  });
}

function pepperRing({ peppers }: Env) {
  const versioned = ({ id, secret }: Key) => ({ version: Number(id), secret });
  return { current: versioned(peppers.current), former: peppers.former.map(versioned) };
}
