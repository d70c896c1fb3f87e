import { dentallyPms } from "@/adapters/pms/dentally/dentally-pms";
import type { PmsPort } from "@/ports/pms";
import { simulatorClock } from "@/simulators/clock/simulator-clock";
import { type Faults, openFaults } from "@/simulators/faults/open-faults";
import { demoPmsToken, pmsDdl } from "@/simulators/pms/pms-store";
import type { RateLimits } from "@/simulators/pms/rate-limit";
import { startPms } from "@/simulators/pms/start-pms";
import { openStore } from "@/simulators/store/open-store";

export interface SimulatedPms {
  readonly baseUrl: string;
  readonly faults: Faults;
  /** The port, speaking to the simulator; `accessToken` and `timeoutMs` may be others. */
  port(options?: { accessToken?: string; timeoutMs?: number }): PmsPort;
  /** A call of the API with a good token and User-Agent. */
  api(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>;
  /** The simulator's own door. */
  load(path: string, body: object): Promise<unknown>;
  close(): Promise<void>;
}

const unlimited = { perHour: 1_000_000, perSecond: 1_000_000 };

export async function simulatedPms(
  databaseUrl: string,
  limits: RateLimits = unlimited,
): Promise<SimulatedPms> {
  const store = await openStore({ url: databaseUrl, schema: "pms", ddl: pmsDdl });
  const faults = await openFaults({ url: databaseUrl, slowMs: 400 });
  const clock = simulatorClock({});
  const options = { port: 0, host: "127.0.0.1", store, clock, faults };
  const running = await startPms(options, limits);
  const baseUrl = `http://127.0.0.1:${running.port}`;
  const call = async (url: string, method: string, body?: object) => {
    const answer = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${demoPmsToken}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  return {
    baseUrl,
    faults,
    port: ({ accessToken = demoPmsToken, timeoutMs = 5_000 } = {}) =>
      dentallyPms({ baseUrl, accessToken, timeoutMs, userAgent: "Archway tests" }),
    api: (method, path, body) => call(`${baseUrl}/v1/${path}`, method, body),
    load: async (path, body) => {
      const answer = await call(`${baseUrl}/simulator/${path}`, "POST", body);
      if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    close: async () => {
      await running.close();
      await store.close();
      await faults.close();
      await clock.close();
    },
  };
}
