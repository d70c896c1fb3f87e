const lanes = new Map<string, Promise<unknown>>();

/**
 * Runs `work` after everything this process already has under way for the same key. Those who want one orthodontist's
 * time wait here and not with a database connection in hand, where two hundred of them would keep everybody else out;
 * the advisory lock orders the processes among each other (S16).
 */
export async function inLane<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lanes.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.then(ignore, ignore);
  lanes.set(key, settled);
  try {
    return await mine;
  } finally {
    if (lanes.get(key) === settled) lanes.delete(key);
  }
}

function ignore(): void {}
