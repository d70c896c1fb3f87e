const PATIENCE_MS = 4_000;
const SHORT_PATIENCE_MS = 1_000;
const REMEMBERED_MS = 60_000;

/**
 * How long a page waits for its answer before the copy of it is shown, in milliseconds: four seconds, or one where the
 * network was found slow within the last minute.
 */
export function patienceMs(foundSlowAtMs: number | null, nowMs: number): number {
  const isRemembered = foundSlowAtMs !== null && Math.abs(nowMs - foundSlowAtMs) < REMEMBERED_MS;
  return isRemembered ? SHORT_PATIENCE_MS : PATIENCE_MS;
}
