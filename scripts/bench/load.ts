import autocannon from "autocannon";

/** Connections, or calls in this process, that work side by side. */
const AT_ONCE = 8;
const WARM_UP_SECONDS = 2;
const ROUND_SECONDS = 4;
const ROUNDS = 3;

/** Works for some seconds; answers how often a second it was done. */
export type Load = (seconds: number) => Promise<number>;

/** The same address again and again. */
export function gets(url: string, cookie?: string): Load {
  const headers = cookie === undefined ? {} : { cookie };
  return (duration) => answered({ url, connections: AT_ONCE, duration, headers });
}

/** Requests a second that were all answered well. */
async function answered(options: autocannon.Options): Promise<number> {
  const outcome = await autocannon(options);
  if (outcome.non2xx > 0 || outcome.errors > 0)
    throw new Error(`${options.url}: ${outcome.non2xx} refused, ${outcome.errors} broken`);
  return outcome.requests.average;
}

/** Sends the bodies as JSON, each connection its own share of them in turn. */
export function posts(url: string, bodies: readonly unknown[]): Load {
  const headers = { "content-type": "application/json", origin: new URL(url).origin };
  const share = (own: number) => bodies.filter((_, index) => index % AT_ONCE === own);
  return (duration) => {
    let connection = 0;
    return answered({
      url,
      method: "POST",
      headers,
      connections: AT_ONCE,
      duration,
      setupClient(client) {
        const own = share(connection);
        connection += 1;
        client.setRequests(
          own.map((body) => ({ method: "POST", headers, body: JSON.stringify(body) })),
        );
      },
    });
  };
}

export interface Compared {
  readonly ours: number;
  readonly yardstick: number;
  readonly ratio: number;
}

/** Requests a second of both, in turn (the machine's speed drifts), and the ratio of the medians. */
export async function compare(ours: Load, yardstick: Load): Promise<Compared> {
  await ours(WARM_UP_SECONDS);
  await yardstick(WARM_UP_SECONDS);
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    mine.push(await ours(ROUND_SECONDS));
    theirs.push(await yardstick(ROUND_SECONDS));
  }
  const [a, b] = [median(mine), median(theirs)];
  return { ours: a, yardstick: b, ratio: a / b };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The same work again and again in this process. */
export function works(work: () => Promise<void>): Load {
  return async (seconds) => {
    let done = 0;
    const startedMs = performance.now();
    const until = startedMs + seconds * 1000;
    const worker = async () => {
      while (performance.now() < until) {
        await work();
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return done / ((performance.now() - startedMs) / 1000);
  };
}
