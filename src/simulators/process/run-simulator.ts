import { simulatorClock } from "../clock/simulator-clock";
import { openFaults } from "../faults/open-faults";
import { openStore } from "../store/open-store";
import { portOffsets, type SimulatorName, simulatorsEnvironment } from "./ports";
import type { RunningSimulator, SimulatorOptions } from "./simulator";

export interface SimulatorProcess {
  readonly name: SimulatorName;
  /** The simulator's own schema and its idempotent DDL. */
  readonly schema: string;
  readonly ddl: string;
  readonly start: (options: SimulatorOptions) => Promise<RunningSimulator>;
}

/** The whole of a simulator's `main.ts`: opens what it needs, starts it, ends it with its parent. */
export async function runSimulator({ name, schema, ddl, start }: SimulatorProcess): Promise<void> {
  // The parent was killed: nobody would ever end this process.
  let end = (): void => process.exit(0);
  process.once("disconnect", () => end());
  const { basePort, host, databaseUrl, clockUrl } = simulatorsEnvironment(process.env);
  const store = await openStore({ url: databaseUrl, schema, ddl });
  const faults = await openFaults({ url: databaseUrl });
  const clock = simulatorClock({ url: clockUrl });
  const port = basePort + portOffsets[name];
  const running = await start({ port, host, store, clock, faults });
  end = () => {
    // A connection that will not end must not keep the process.
    setTimeout(() => process.exit(0), 2_000).unref();
    Promise.allSettled([running.close(), store.close(), faults.close(), clock.close()]).then(() =>
      process.exit(0),
    );
  };
  process.once("SIGTERM", () => end());
  process.once("SIGINT", () => end());
  if (process.connected) process.send?.("started");
}
