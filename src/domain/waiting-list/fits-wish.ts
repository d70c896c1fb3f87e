import { Temporal } from "temporal-polyfill";
import type { FreeTime } from "@/domain/appointments/free-times";

/** What somebody on the waiting list would take (R35). Days of the practice, minutes after its midnight. */
export interface WaitingWish {
  /** Null: anybody who takes this type of visit. */
  readonly practitionerId: string | null;
  readonly earliestOn: Temporal.PlainDate | null;
  readonly latestOn: Temporal.PlainDate | null;
  /** ISO weekdays; empty: every day. */
  readonly weekdays: readonly number[];
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  /** The visit they have; only earlier times are of use. Null: they have none. */
  readonly presentStartsAt: Temporal.Instant | null;
}

/** Whether a free time is one that somebody waits for: earlier than their visit, and as they wished. */
export function fitsWish(
  time: Pick<FreeTime, "startsAtMs" | "practitionerId">,
  wish: WaitingWish,
  zone: string,
): boolean {
  const { presentStartsAt, practitionerId, weekdays } = wish;
  if (presentStartsAt !== null && time.startsAtMs >= presentStartsAt.epochMilliseconds)
    return false;
  if (practitionerId !== null && time.practitionerId !== practitionerId) return false;
  const here = Temporal.Instant.fromEpochMilliseconds(time.startsAtMs).toZonedDateTimeISO(zone);
  const on = here.toPlainDate();
  if (wish.earliestOn && Temporal.PlainDate.compare(on, wish.earliestOn) < 0) return false;
  if (wish.latestOn && Temporal.PlainDate.compare(on, wish.latestOn) > 0) return false;
  if (weekdays.length > 0 && !weekdays.includes(on.dayOfWeek)) return false;
  const minute = here.hour * 60 + here.minute;
  return minute >= (wish.fromMinute ?? 0) && minute < (wish.untilMinute ?? 1440);
}
