import { clinic } from "@/features/access/route-gates";
import { changeQuietHours } from "@/features/reminders/change-quiet-hours";
import { quietHoursRefusals } from "@/features/reminders/refusals";
import { quietHoursRequest } from "@/features/reminders/schema";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeQuietHours",
  summary: "The hours in which no reminder goes out, in minutes after the practice's midnight",
  method: "POST",
  path: "/api/settings/quiet-hours",
  gate: clinic("admin"),
  body: quietHoursRequest,
  answer: changedAnswer,
  refusals: quietHoursRefusals,
  run: changeQuietHours,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
