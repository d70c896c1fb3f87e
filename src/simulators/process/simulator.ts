import type { SimulatorClock } from "../clock/simulator-clock";
import type { Faults } from "../faults/open-faults";
import type { Store } from "../store/open-store";

/** What every simulator is started with. Port 0 takes a free one. */
export interface SimulatorOptions {
  readonly port: number;
  readonly host: string;
  readonly store: Store;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
}

export interface RunningSimulator {
  readonly port: number;
  close(): Promise<void>;
}
