import pg from "pg";

/** What a listener is told. `onOpened` comes after every (re)connection: what happened before it may have been missed. */
export interface Listening {
  readonly onNotice: (payload: string) => void;
  readonly onOpened: () => void;
}

/** Longest pause between two tries to connect again, in milliseconds. */
const longestPauseMs = 10_000;

/**
 * Listens on one channel over a connection of its own, which comes back by itself after a break (S21). Not for a pooler
 * that shares connections between transactions: LISTEN belongs to its connection. Answers how to stop.
 */
export function listen(
  url: string,
  channel: string,
  { onNotice, onOpened }: Listening,
): { stop: () => Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  async function connect(): Promise<void> {
    const opened = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: "archway-listener",
    });
    client = opened;
    let broken = false;
    const again = () => {
      if (broken) return;
      broken = true;
      void opened.end().catch(() => undefined);
      if (stopped) return;
      failures += 1;
      timer = setTimeout(connect, Math.min(longestPauseMs, 100 * 2 ** failures));
    };
    opened.on("error", again);
    opened.on("end", again);
    opened.on("notification", ({ payload }) => onNotice(payload ?? ""));
    try {
      await opened.connect();
      await opened.query(`listen ${pg.escapeIdentifier(channel)}`);
      failures = 0;
      onOpened();
    } catch {
      again();
    }
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
