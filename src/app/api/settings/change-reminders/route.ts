import { clinic } from "@/features/access/route-gates";
import { changeReminderTimes } from "@/features/change-reminders/change-reminder-times";
import { changeTimesRefusals } from "@/features/change-reminders/refusals";
import { changeTimesRequest } from "@/features/change-reminders/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeReminderTimes",
  summary: "When patients are reminded of aligner changes, by the practice's clock",
  method: "POST",
  path: "/api/settings/change-reminders",
  gate: clinic("admin"),
  body: changeTimesRequest,
  answer: changedAnswer,
  refusals: changeTimesRefusals,
  run: changeReminderTimes,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
