import { clinic } from "@/features/access/route-gates";
import { changeReminderRule } from "@/features/reminders/change-rule";
import { reminderRuleRefusals } from "@/features/reminders/refusals";
import { changeReminderRuleRequest, reminderRuleParams } from "@/features/reminders/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeReminderRule",
  summary: "Changes a reminder of visits, or switches it off or on",
  method: "POST",
  path: "/api/settings/reminders/{id}/change",
  gate: clinic("admin"),
  params: reminderRuleParams,
  body: changeReminderRuleRequest,
  answer: changedAnswer,
  refusals: reminderRuleRefusals,
  run: changeReminderRule,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
