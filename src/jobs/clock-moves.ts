import pg from "pg";

const reconnectMs = 2_000;

/** Calls back when the demo's clock was moved (interface.md, "The clock"). Connects again by itself. */
export function onClockMoves(url: string, moved: () => void): { stop(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: "archway clock" });
    client = fresh;
    fresh.on("notification", moved);
    // A broken connection may tell of it several times; the next one is made once.
    fresh.on("error", again);
    fresh.on("end", again);
    try {
      await fresh.connect();
      await fresh.query("listen clock_offset");
    } catch {
      again();
    }
  }

  function again(): void {
    if (stopping || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, reconnectMs);
  }

  void connect();
  return {
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
