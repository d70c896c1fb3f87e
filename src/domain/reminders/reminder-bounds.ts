import type { QuietHours } from "@/domain/reminders/due-at";

/** How long before a visit a reminder may be: half an hour to 30 days, as the table's check says. */
export const reminderBounds = { fromMinutes: 30, untilMinutes: 30 * 1440 } as const;

/** Quiet hours leave four hours a day in which a reminder may go out. */
export const LONGEST_QUIET_MINUTES = 20 * 60;

/** How long the quiet hours of a day are, in minutes on the clock. */
export function quietMinutes({ fromMinute, untilMinute }: QuietHours): number {
  return (((untilMinute - fromMinute) % 1440) + 1440) % 1440;
}
