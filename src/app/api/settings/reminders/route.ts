import { clinic } from "@/features/access/route-gates";
import { addReminderRule } from "@/features/reminders/add-rule";
import { addReminderRuleRefusals } from "@/features/reminders/refusals";
import { addReminderRuleRequest, reminderRuleAdded } from "@/features/reminders/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "addReminderRule",
  summary: "A reminder of visits: how long before, by mail or text, for one type or all",
  method: "POST",
  path: "/api/settings/reminders",
  status: 201,
  gate: clinic("admin"),
  body: addReminderRuleRequest,
  answer: reminderRuleAdded,
  refusals: addReminderRuleRefusals,
  run: addReminderRule,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
