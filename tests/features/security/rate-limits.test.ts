import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { afterAll, describe, expect, it } from "vitest";
import { consumeLimits, type Limit, limitKey, purgeLimits } from "@/security/rate-limits";
import { testDatabase } from "../../support/test-database";

const database = await testDatabase();
const pool = new pg.Pool({ connectionString: database.app, max: 10 });
afterAll(() => pool.end());

const NOW = Temporal.Instant.from("2026-03-01T08:00:00Z");
const SECRET = new Uint8Array(32).fill(7);

function limit(value: string, points: number, windowSeconds = 3600): Limit {
  return { key: limitKey(SECRET, "text-number", value), points, windowSeconds };
}

async function use(limits: Limit[], now = NOW): Promise<number> {
  const used = await consumeLimits(pool, limits, now);
  return used.ok ? 0 : Number(used.detail?.retryAfterSeconds);
}

describe("S3: limits", () => {
  it("allow so many in a window, then say how long to wait", async () => {
    const three = [limit("a", 3)];
    expect([await use(three), await use(three), await use(three)]).toEqual([0, 0, 0]);
    expect(await use(three, NOW.add({ seconds: 600 }))).toBe(3000);
    expect(await use(three, NOW.add({ seconds: 3599, milliseconds: 1 }))).toBe(1);
  });

  it("begin anew when the window, counted from its first use, is over", async () => {
    const one = [limit("b", 1)];
    expect(await use(one)).toBe(0);
    expect(await use(one, NOW.add({ seconds: 3599 }))).toBe(1);
    expect(await use(one, NOW.add({ seconds: 3600 }))).toBe(0);
    expect(await use(one, NOW.add({ seconds: 3601 }))).toBe(3599);
  });

  it("count every limit of a request, and the longest wait is the answer", async () => {
    const hour = limit("c", 1);
    const day = limit("d", 2, 86_400);
    expect(await use([hour, day])).toBe(0);
    expect(await use([hour, day])).toBe(3600);
    expect(await use([hour, day])).toBe(86_400);
    expect(await use([])).toBe(0);
  });

  it("let no more through when requests come at once, whatever the order of their limits", async () => {
    const shared = limit("e", 10);
    const other = limit("f", 1000);
    const waits = await Promise.all(
      Array.from({ length: 60 }, (_, n) => use(n % 2 ? [shared, other] : [other, shared])),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
  });

  it("are purged when over, and only then", async () => {
    const one = [limit("g", 1)];
    expect(await use(one)).toBe(0);
    expect(await purgeLimits(pool, NOW.add({ seconds: 3599 }), 1)).toBe(0);
    expect(await use(one, NOW.add({ seconds: 1 }))).toBe(3599);
    const later = NOW.add({ hours: 25 });
    const { rowCount } = await pool.query("SELECT FROM identity.rate_limit");
    expect(await purgeLimits(pool, later, 1)).toBe(1);
    expect(await purgeLimits(pool, later, 1000)).toBe((rowCount ?? 0) - 1);
  });
});
