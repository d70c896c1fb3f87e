import type { VisitLinkState } from "@/domain/reminders/visit-link";
import type { RefusalTable } from "@/lib/refusal-table";

export type ConfirmVisitRefusal =
  | Exclude<VisitLinkState, "open" | "confirmed">
  | "link_unknown"
  | "view_only";

const words = (reason: string) => `reminders.refusals.${reason}`;

export const confirmVisitRefusals: RefusalTable<ConfirmVisitRefusal> = {
  link_unknown: { status: 404, words: words("link_unknown") },
  view_only: { status: 403, words: words("view_only") },
  moved: { status: 409, words: words("moved") },
  cancelled: { status: 409, words: words("cancelled") },
  here: { status: 409, words: words("here") },
  over: { status: 410, words: words("over") },
};

export type ReminderRuleRefusal = "not_found" | "rule_exists" | "changed_meanwhile";

export const reminderRuleRefusals: RefusalTable<ReminderRuleRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  rule_exists: { status: 409, words: words("rule_exists"), field: "minutesBefore" },
  changed_meanwhile: { status: 409, words: "settings.refusals.changed_meanwhile" },
};

export const addReminderRuleRefusals = {
  not_found: reminderRuleRefusals.not_found,
  rule_exists: reminderRuleRefusals.rule_exists,
  idempotency_key_reused: { status: 422, words: "settings.refusals.idempotency_key_reused" },
} as const;

export const removeReminderRuleRefusals = { not_found: reminderRuleRefusals.not_found };

export const quietHoursRefusals = {
  quiet_too_long: { status: 422, words: words("quiet_too_long"), field: "untilMinute" },
  changed_meanwhile: reminderRuleRefusals.changed_meanwhile,
} as const;
