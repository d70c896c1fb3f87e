import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "./generated/client";
import { statementName } from "./statement-names";

/** The models of schema `identity`: reachable only through `src/db/identity.ts` (S12). */
export type IdentityModel =
  | "practice"
  | "person"
  | "login"
  | "retiredLoginName"
  | "erasedLoginName"
  | "credential"
  | "factor"
  | "loginChallenge"
  | "oneTimeCode"
  | "phoneLine"
  | "session"
  | "knownBrowser"
  | "lockCounter"
  | "token"
  | "calendarFeed"
  | "registration"
  | "rateLimit"
  | "clockOffset";

/** A transaction whose context is one practice. Identity tables are not on it. */
export type Tx = Omit<Prisma.TransactionClient, IdentityModel>;

/** One process's way to PostgreSQL: Prisma and plain `pg` over one pool. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** Opens a pool of at most `connections`; statements are cut after 15 s, waiting for a connection after 5 s. */
export function openDatabase(url: string, connections = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    application_name: "archway",
    // Statements sent together go out together (src/db/read.ts); whoever waits for each one sees no difference.
    pipeline: true,
  });
  // An idle connection that breaks is replaced by the pool; without a listener the process would end.
  pool.on("error", () => undefined);
  // One that breaks in use fails its query as well, and would end the process all the same.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: statementName }),
  });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
