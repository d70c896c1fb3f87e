import { Temporal } from "temporal-polyfill";

/** Below this a message went out as it was written. */
const worthSayingMinutes = 2;
/** Older than this the device's clock is wrong, not the message late. */
const longestWaitDays = 31;

/**
 * When a message was written that could be sent only later (R38), by the device's own clock; null where that says
 * nothing: just now, in the future, or longer ago than any message waits.
 */
export function lateWriting(
  writtenAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (writtenAt === null) return null;
  const isJustNow =
    Temporal.Instant.compare(writtenAt, now.subtract({ minutes: worthSayingMinutes })) > 0;
  const isTooOld =
    Temporal.Instant.compare(writtenAt, now.subtract({ hours: longestWaitDays * 24 })) < 0;
  return isJustNow || isTooOld ? null : writtenAt;
}
