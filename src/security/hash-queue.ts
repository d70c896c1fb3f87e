import { ok, type Result, refused } from "@/domain/result";

/** Runs at most so many at once; the others wait in order, up to a bound (S1). */
export interface HashQueue {
  run<T>(work: () => Promise<T>): Promise<Result<T, "busy">>;
}

/** Refusal: `busy` with `retryAfterSeconds`, when `maxWaiting` are waiting already. */
export function createHashQueue(
  maxAtOnce: number,
  maxWaiting: number,
  retryAfterSeconds: number,
): HashQueue {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    async run(work) {
      if (running >= maxAtOnce) {
        if (waiting.length >= maxWaiting) return refused("busy", { retryAfterSeconds });
        // Whoever finishes hands its place over, so `running` stays as it is.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running += 1;
      }
      try {
        return ok(await work());
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
