export interface Repeating {
  /** Does it now, or once more when it is being done. */
  now(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Does `work` over and over with a pause of `everyMs`; never twice at once. A failure is told and the next round comes. */
export function repeat(
  work: () => Promise<void>,
  { everyMs, failed }: { readonly everyMs: number; readonly failed: (error: unknown) => void },
): Repeating {
  let stopping = false;
  let isAskedAgain = false;
  let endPause = () => {};

  async function go(): Promise<void> {
    while (!stopping) {
      isAskedAgain = false;
      await work().catch(failed);
      if (!isAskedAgain && !stopping) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const ended = go();
  return {
    now: () => {
      isAskedAgain = true;
      endPause();
    },
    stop: async () => {
      stopping = true;
      endPause();
      await ended;
    },
  };
}
