import type { DeliveryKind } from "@/db/generated/enums";
import type { ReminderChannel } from "@/domain/reminders/decide-reminders";
import type { ChangeReminderRuleRequest } from "./schema";

export type RuleState = ChangeReminderRuleRequest["rule"];

const keys = ["visitTypeId", "minutesBefore", "channel", "withoutLogin", "active"] as const;

/** The column's type knows ways that the table's check keeps from reminders. */
export function reminderChannel(channel: DeliveryKind): ReminderChannel {
  return channel === "sms" ? "sms" : "mail";
}

/** A rule in one line of the audit log: "1440 minutes before by sms, all types, on". */
export function ruleFacts(rule: RuleState): string {
  const { visitTypeId, minutesBefore, channel, withoutLogin, active } = rule;
  const parts = [
    `${minutesBefore} minutes before by ${channel}`,
    visitTypeId === null ? "all types" : `type ${visitTypeId}`,
    ...(withoutLogin ? ["without a login too"] : []),
    active ? "on" : "off",
  ];
  return parts.join(", ");
}

export function isSameRule(one: RuleState, other: RuleState): boolean {
  return keys.every((key) => one[key] === other[key]);
}
