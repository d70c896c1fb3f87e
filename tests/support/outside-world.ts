import { randomInt } from "node:crypto";
import { inject } from "vitest";
import { type SimulatorClock, simulatorClock } from "@/simulators/clock/simulator-clock";
import { type Faults, openFaults } from "@/simulators/faults/open-faults";
import { openStore, type Store } from "@/simulators/store/open-store";
import { embeddedAddresses } from "../../scripts/database/addresses";

export interface OutsideWorld {
  readonly store: Store;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  close(): Promise<void>;
}

/** Store, clock and faults for one suite alone, in schemas that nobody else uses and that go with it. */
export async function outsideWorld({
  ddl,
  schema,
  slowMs = 300,
}: {
  readonly ddl: string;
  /** A simulator's real schema, for suites that read through the front door; kept afterwards. */
  readonly schema?: string;
  readonly slowMs?: number;
}): Promise<OutsideWorld> {
  const url = embeddedAddresses(inject("testServer").state).simulators;
  const own = `test_${letters()}`;
  const faultSchema = `test_${letters()}`;
  const store = await openStore({ url, schema: schema ?? own, ddl });
  const faults = await openFaults({ url, schema: faultSchema, slowMs });
  const clock = simulatorClock({});
  return {
    store,
    clock,
    faults,
    close: async () => {
      await store.query(`drop schema if exists ${own} cascade`);
      await store.query(`drop schema if exists ${faultSchema} cascade`);
      await Promise.all([store.close(), faults.close(), clock.close()]);
    },
  };
}

function letters(): string {
  return Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join("");
}

/** Asks until the answer is there; for what the outside does in its own time. */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
  limitMs = 8_000,
): Promise<T> {
  const until = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > until) throw new Error(`Not seen within ${limitMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
