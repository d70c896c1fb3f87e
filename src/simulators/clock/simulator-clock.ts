import pg from "pg";
import { Temporal } from "temporal-polyfill";

/** The demo's movable clock: real time plus the one offset row that the application adds too. */
export interface SimulatorClock {
  now(): Promise<Temporal.Instant>;
  /** Makes `now()` answer this instant from here on. */
  moveTo(at: Temporal.Instant): Promise<Temporal.Instant>;
  close(): Promise<void>;
}

/** `url` is CLOCK_DATABASE_URL; without it (tests of one simulator) the offset lives in this process. */
export function simulatorClock({ url }: { readonly url?: string | undefined }): SimulatorClock {
  return url === undefined || url === "" ? ownClock() : sharedClock(url);
}

function ownClock(): SimulatorClock {
  let offsetMs = 0;
  return {
    now: async () => realNow().add({ milliseconds: offsetMs }),
    moveTo: async (at) => {
      offsetMs = offsetTo(at);
      return realNow().add({ milliseconds: offsetMs });
    },
    close: async () => {},
  };
}

function sharedClock(url: string): SimulatorClock {
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5_000 });
  pool.on("error", () => {});
  const now = async () => {
    const { rows } = await pool.query<{ offset_ms: string }>(
      "select offset_ms from identity.clock_offset",
    );
    return realNow().add({ milliseconds: Number(rows[0]?.offset_ms ?? 0) });
  };
  return {
    now,
    moveTo: async (at) => {
      await pool.query(
        `insert into identity.clock_offset (id, offset_ms) values (true, $1)
         on conflict (id) do update set offset_ms = excluded.offset_ms`,
        [offsetTo(at)],
      );
      // Whoever sweeps due rows listens here, so that nothing waits for the next round.
      await pool.query("select pg_notify('clock_offset', '')");
      return now();
    },
    close: () => pool.end(),
  };
}

function realNow(): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Date.now());
}

function offsetTo(at: Temporal.Instant): number {
  return at.epochMilliseconds - Date.now();
}
