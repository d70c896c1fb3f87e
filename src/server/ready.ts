import pg from "pg";
import { runtime } from "./services";

/** True when the database answers within two seconds. */
export async function isReady(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref());
  const answer = runtime()
    .db.pool.query("select 1")
    .then(
      () => true,
      () => false,
    );
  return Promise.race([answer, late]);
}

/** How long a probe's answer counts, in ms: so stale may be what is known of the database. */
const FRESH_MS = 500;
/** A database that says nothing for so long counts as away (S21: within a second). */
const PATIENCE_MS = 900;

export interface DatabaseWatch {
  /** Asks the database unless somebody just did; all who ask meanwhile share one probe. */
  isAway(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Knows whether the database answers, over one connection of its own: what waits for a connection of the big pool waits
 * longer than people do (S21). `admit` is asked once, as soon as there is a database; until then it counts as away.
 */
export function watchDatabase(
  url: string,
  admit: (db: pg.Pool) => Promise<void> = async () => undefined,
): DatabaseWatch {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: "archway probe",
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  let known: { readonly away: boolean; readonly untilMs: number } | undefined;
  let probe: Promise<boolean> | undefined;
  let admitted = false;

  async function ask(): Promise<boolean> {
    const startedMs = performance.now();
    let away = false;
    try {
      await pool.query("select 1");
      if (!admitted) await admit(pool);
      admitted = true;
    } catch {
      // A timer that rings late says that this process was busy, not that the database is away.
      const isLate = performance.now() - startedMs > PATIENCE_MS * 1.5;
      away = !admitted || !isLate;
    }
    known = { away, untilMs: performance.now() + FRESH_MS };
    probe = undefined;
    return away;
  }

  return {
    isAway() {
      if (known && performance.now() < known.untilMs) return Promise.resolve(known.away);
      probe ??= ask();
      return probe;
    },
    close: () => pool.end(),
  };
}
