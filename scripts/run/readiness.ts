import { setTimeout as pause } from "node:timers/promises";

const patienceMilliseconds = 60_000;

/** Waits until an address answers with success. */
export async function untilAnswering(address: string): Promise<void> {
  const deadline = performance.now() + patienceMilliseconds;
  let last = "no answer";
  while (performance.now() < deadline) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
      if (answer.ok) return;
      last = `status ${answer.status}`;
    } catch {
      last = "no answer";
    }
    await pause(150);
  }
  throw new Error(`${address} did not get ready within a minute (${last}).`);
}
