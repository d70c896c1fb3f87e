import { setTimeout as after } from "node:timers/promises";
import type { Result } from "@/domain/result";

/** S6. */
export const FAILURE_FLOOR_MS = 350;

/** Lets a refusal take at least 350 ms, so that its time does not tell who exists (S6). Successes go at once. */
export async function withFailureFloor<T, Reason extends string>(
  work: () => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason>> {
  const floor = after(FAILURE_FLOOR_MS);
  const result = await work();
  if (!result.ok) await floor;
  return result;
}

/** For an answer that is the same whatever happened: it always takes at least 350 ms (S6). */
export async function atLeastFloor<T>(work: () => Promise<T>): Promise<T> {
  const [value] = await Promise.all([work(), after(FAILURE_FLOOR_MS)]);
  return value;
}
