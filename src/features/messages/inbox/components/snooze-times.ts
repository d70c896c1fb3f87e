import { Temporal } from "temporal-polyfill";
import { type SnoozeChoice, snoozedUntil } from "@/domain/messages/snooze";

/** When each choice would bring a thread back (ISO 8601), at `nowMs`; null where it is too late for it. */
export function timesOf<Choice extends SnoozeChoice>(
  choices: readonly Choice[],
  nowMs: number,
  zone: string,
): Partial<Record<Choice, string | null>> {
  const now = Temporal.Instant.fromEpochMilliseconds(Math.trunc(nowMs));
  const times: Partial<Record<Choice, string | null>> = {};
  for (const choice of choices) {
    const until = snoozedUntil(choice, null, now, zone);
    times[choice] = until.ok ? until.value.toString() : null;
  }
  return times;
}
