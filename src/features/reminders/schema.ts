import * as z from "zod";
import { reminderBounds } from "@/domain/reminders/reminder-bounds";

export const confirmVisitRequest = z.strictObject({ token: z.string().max(200) });
export const visitConfirmed = z.strictObject({ state: z.literal("confirmed") });

const ruleFields = {
  minutesBefore: z.int().min(reminderBounds.fromMinutes).max(reminderBounds.untilMinutes),
  channel: z.enum(["mail", "sms"]),
  withoutLogin: z.boolean(),
};

/** Without a type: for all of them. */
export const addReminderRuleRequest = z.strictObject({
  visitTypeId: z.uuid().optional(),
  ...ruleFields,
});
export type AddReminderRuleRequest = z.output<typeof addReminderRuleRequest>;
export const reminderRuleAdded = z.strictObject({ id: z.uuid() });

export const reminderRuleParams = z.strictObject({ id: z.uuid() });
export const reminderRuleRemoved = z.strictObject({ removed: z.boolean() });

const ruleState = z.strictObject({
  visitTypeId: z.uuid().nullable(),
  ...ruleFields,
  active: z.boolean(),
});

/** The rule as it shall be, and as the page showed it. */
export const changeReminderRuleRequest = z.strictObject({ rule: ruleState, seen: ruleState });
export type ChangeReminderRuleRequest = z.output<typeof changeReminderRuleRequest>;

const clockMinute = z.int().min(0).max(1440);
const quietHours = z.strictObject({ fromMinute: clockMinute, untilMinute: clockMinute });

/** Minutes after midnight, over midnight where `from` is later; equal: no quiet hours. */
export const quietHoursRequest = z.strictObject({ quiet: quietHours, seen: quietHours });
export type QuietHoursRequest = z.output<typeof quietHoursRequest>;
