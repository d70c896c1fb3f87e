import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import type { Env } from "@/env";
import type { FilesPort } from "@/ports/files";
import type { PhoneLookupPort } from "@/ports/phone-lookup";
import type { PasswordHasher } from "@/security/passwords";
import type { Random } from "@/security/random";
import type { Limits } from "./limits";
import type { Log } from "./log";

/** Who asked, as far as the wire tells: for audit rows and limits. A job has none of it. */
export interface RequestFacts {
  readonly id: string;
  readonly address: string | undefined;
  readonly browser: string | undefined;
  readonly idempotencyKey: string | undefined;
}

/** What a use case may reach. `now` is read once per request or job and never moves within it. */
export interface Services {
  readonly now: Temporal.Instant;
  readonly env: Env;
  readonly db: Database;
  readonly random: Random;
  readonly passwords: PasswordHasher;
  readonly files: FilesPort;
  readonly phoneLookup: PhoneLookupPort;
  readonly limits: Limits;
  readonly log: Log;
  readonly request: RequestFacts;
}
