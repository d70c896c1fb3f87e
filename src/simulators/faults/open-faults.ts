import { openStore } from "../store/open-store";
import type { FaultMode, FaultTarget } from "./fault-modes";

/** What is broken at the moment, shared by all simulators through the store. */
export interface Faults {
  /** How late an answer comes in mode `slow`. */
  readonly slowMs: number;
  mode(target: FaultTarget): Promise<FaultMode>;
  /** Lasts `seconds` of real time (the movable clock does not end it), without them until changed. */
  set(target: FaultTarget, mode: FaultMode, seconds?: number | undefined): Promise<void>;
  all(): Promise<Record<FaultTarget, FaultMode>>;
  close(): Promise<void>;
}

const ddl = `
  create table if not exists fault (
    target text primary key,
    mode text not null,
    ends_at timestamptz
  )`;

const active = "(ends_at is null or ends_at > clock_timestamp())";

/** `url` is SIMULATORS_DATABASE_URL; `slowMs` defaults to 5 s, below the adapters' time limits; `schema` sets tests apart. */
export async function openFaults({
  url,
  slowMs = 5_000,
  schema = "faults",
}: {
  readonly url: string;
  readonly slowMs?: number;
  readonly schema?: string;
}): Promise<Faults> {
  const store = await openStore({ url, schema, ddl });
  return {
    slowMs,
    mode: async (target) => {
      const [row] = await store.query<{ mode: FaultMode }>(
        `select mode from fault where target = $1 and ${active}`,
        [target],
      );
      return row?.mode ?? "ok";
    },
    set: async (target, mode, seconds) => {
      await store.query(
        `insert into fault (target, mode, ends_at)
         values ($1, $2, clock_timestamp() + make_interval(secs => $3::float8))
         on conflict (target) do update set mode = excluded.mode, ends_at = excluded.ends_at`,
        [target, mode, seconds ?? null],
      );
    },
    all: async () => {
      const rows = await store.query<{ target: FaultTarget; mode: FaultMode }>(
        `select target, mode from fault where ${active}`,
      );
      const modes: Record<FaultTarget, FaultMode> = { mail: "ok", sms: "ok", lab: "ok", pms: "ok" };
      for (const row of rows) modes[row.target] = row.mode;
      return modes;
    },
    close: () => store.close(),
  };
}
