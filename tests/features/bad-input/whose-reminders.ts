import type { Try } from "./try";

const rule = {
  visitTypeId: null,
  minutesBefore: 120,
  channel: "sms",
  withoutLogin: false,
  active: true,
} as const;
const seen = { ...rule, minutesBefore: 1440, channel: "mail" } as const;

/** Every place where the practice's reminders are named, or a type of visit they are for. */
export const reminderTries: readonly Try[] = [
  {
    operation: "changeReminderRule",
    as: "admin",
    neighbourOnly: true,
    sent: ({ reminderRuleId: id }) => ({ params: { id }, body: { rule, seen } }),
  },
  {
    operation: "removeReminderRule",
    as: "admin",
    neighbourOnly: true,
    sent: ({ reminderRuleId: id }) => ({ params: { id } }),
  },
  {
    operation: "addReminderRule",
    as: "admin",
    neighbourOnly: true,
    sent: ({ visitTypeId }) => ({
      body: { visitTypeId, minutesBefore: 120, channel: "sms", withoutLogin: false },
    }),
  },
];
