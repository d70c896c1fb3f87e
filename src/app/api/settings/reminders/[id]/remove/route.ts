import { clinic } from "@/features/access/route-gates";
import { removeReminderRuleRefusals } from "@/features/reminders/refusals";
import { removeReminderRule } from "@/features/reminders/remove-rule";
import { reminderRuleParams, reminderRuleRemoved } from "@/features/reminders/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "removeReminderRule",
  summary: "Takes a reminder off the list; what it sent stays for the record",
  method: "POST",
  path: "/api/settings/reminders/{id}/remove",
  gate: clinic("admin"),
  params: reminderRuleParams,
  answer: reminderRuleRemoved,
  refusals: removeReminderRuleRefusals,
  run: removeReminderRule,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
