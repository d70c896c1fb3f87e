import type { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";
import { keyedName } from "@/security/keyed-digest";

/** The part of a `pg` pool or client that limits need. */
export interface LimitDatabase {
  query(statement: {
    readonly name: string;
    readonly text: string;
    readonly values: unknown[];
  }): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** So many times per window; the window starts with its first use. */
export interface Limit {
  /** Made by `limitKey`. */
  readonly key: string;
  readonly points: number;
  readonly windowSeconds: number;
}

interface Counted {
  readonly key: string;
  readonly points: number;
  readonly expire: string;
}

/** The table's key for a limit: says which limit it is, hides the number or address it counts. */
export function limitKey(secret: Uint8Array, limit: string, value: string): string {
  return `${limit}:${keyedName(secret, "limit", limit, value)}`;
}

// One statement, so that parallel requests cannot pass together. Rows are taken in the order of
// their keys, lest two requests wait for each other. A count never leaves its column (a million).
const CONSUME = `
  INSERT INTO identity.rate_limit AS kept (key, points, expire)
  SELECT key, 1, $1::bigint + seconds * 1000
    FROM unnest($2::text[], $3::int[]) AS wanted (key, seconds) ORDER BY key
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN kept.expire <= $1::bigint THEN 1 ELSE least(kept.points, 1000000) + 1 END,
    expire = CASE WHEN kept.expire <= $1::bigint THEN excluded.expire ELSE kept.expire END
  RETURNING key, points, expire`;

/**
 * Counts one use against each limit. Refusal: `too_many_requests` with `retryAfterSeconds`, when any
 * of them is over. Time is `now`, never the database's, so that the movable clock moves limits too.
 */
export async function consumeLimits(
  db: LimitDatabase,
  limits: readonly Limit[],
  now: Temporal.Instant,
): Promise<Result<"within", "too_many_requests">> {
  const byKey = new Map(limits.map((limit) => [limit.key, limit]));
  if (byKey.size === 0) return ok("within");
  const wanted = [...byKey.values()];
  const { rows } = await db.query({
    name: "consume-limits",
    text: CONSUME,
    values: [
      now.epochMilliseconds,
      wanted.map((limit) => limit.key),
      wanted.map((limit) => limit.windowSeconds),
    ],
  });
  const waits = rows.filter(isCounted).map((row) => {
    const isOver = row.points > (byKey.get(row.key)?.points ?? 0);
    return isOver ? Math.ceil((Number(row.expire) - now.epochMilliseconds) / 1000) : 0;
  });
  const retryAfterSeconds = Math.max(0, ...waits);
  return retryAfterSeconds === 0
    ? ok("within")
    : refused("too_many_requests", { retryAfterSeconds });
}

/** Removes what no longer limits anybody, `most` rows of it; the clean-up calls it. Answers how many went. */
export async function purgeLimits(
  db: LimitDatabase,
  now: Temporal.Instant,
  most: number,
): Promise<number> {
  const { rowCount } = await db.query({
    name: "purge-limits",
    text: `DELETE FROM identity.rate_limit WHERE key IN (SELECT key FROM identity.rate_limit
      WHERE expire <= $1::bigint LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    values: [now.epochMilliseconds, most],
  });
  return rowCount ?? 0;
}

function isCounted(row: unknown): row is Counted {
  return (
    typeof row === "object" && row !== null && "key" in row && "points" in row && "expire" in row
  );
}
