import * as z from "zod";
import { changeReminderBounds } from "@/domain/reminders/change-rounds";

const { evening, day, late } = changeReminderBounds;

const times = z.strictObject({
  /** Minutes after the practice's midnight; null: none goes out. */
  eveningMinute: z.int().min(evening.fromMinute).max(evening.untilMinute).nullable(),
  dayMinute: z.int().min(day.fromMinute).max(day.untilMinute).nullable(),
  lateDays: z.int().min(late.fromDays).max(late.untilDays).nullable(),
});

/** The times as they shall be, and as the page showed them. */
export const changeTimesRequest = z.strictObject({ times, seen: times });
export type ChangeTimesRequest = z.output<typeof changeTimesRequest>;
