import autocannon from "autocannon";

const CONNECTIONS = 8;
const WARM_UP_SECONDS = 2;
const ROUND_SECONDS = 4;
const ROUNDS = 3;

interface Target {
  readonly url: string;
  readonly cookie?: string;
}

async function round({ url, cookie }: Target, seconds: number): Promise<number> {
  const headers = cookie === undefined ? {} : { cookie };
  const outcome = await autocannon({ url, connections: CONNECTIONS, duration: seconds, headers });
  if (outcome.non2xx > 0 || outcome.errors > 0)
    throw new Error(`${url}: ${outcome.non2xx} refused, ${outcome.errors} broken`);
  return outcome.requests.average;
}

export interface Compared {
  readonly ours: number;
  readonly yardstick: number;
  readonly ratio: number;
}

/** Requests a second of both, in turn (the machine's speed drifts), and the ratio of the medians. */
export async function compare(ours: Target, yardstick: Target): Promise<Compared> {
  await round(ours, WARM_UP_SECONDS);
  await round(yardstick, WARM_UP_SECONDS);
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    mine.push(await round(ours, ROUND_SECONDS));
    theirs.push(await round(yardstick, ROUND_SECONDS));
  }
  const [a, b] = [median(mine), median(theirs)];
  return { ours: a, yardstick: b, ratio: a / b };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs `work` with so many at once for some seconds; answers how often a second it was done. */
export async function perSecond(
  work: (turn: number) => Promise<void>,
  { atOnce, seconds }: { atOnce: number; seconds: number },
): Promise<number> {
  let turn = 0;
  const startedMs = performance.now();
  const until = startedMs + seconds * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      turn += 1;
      await work(turn);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return turn / ((performance.now() - startedMs) / 1000);
}
