import { clinic } from "@/features/access/route-gates";
import { changeMessageSettings } from "@/features/messages/settings/change-message-settings";
import { messageSettingsBody } from "@/features/messages/settings/schema";
import { settingRefusals } from "@/features/settings/refusals";
import { changedAnswer } from "@/features/settings/schema";
import { otherMethods, route } from "@/server/route";

export const POST = route({
  operation: "changeMessageSettings",
  summary: "When the practice answers messages, what patients read about it, and its alarm",
  method: "POST",
  path: "/api/settings/messages",
  gate: clinic("admin"),
  body: messageSettingsBody,
  answer: changedAnswer,
  refusals: settingRefusals,
  run: changeMessageSettings,
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");
